// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import daybook.domain.Intent;
import daybook.domain.StreamId;
import java.time.Instant;
import java.util.List;

/** Everything that may be asked of the enrollment configurations. */
public sealed interface EnrollmentConfigurationIntent<R> extends Intent<R> {
  StreamId STREAM = StreamId.all("enrollment-configurations");

  @Override
  default StreamId target() {
    return STREAM;
  }

  /** All of them, oldest first. */
  record ListConfigurations(Instant now)
      implements EnrollmentConfigurationIntent<List<ConfigurationState>> {}

  /** The usable configuration behind a link; refused when unknown, expired, revoked, used up. */
  record FindConfiguration(Instant now, String secretSha256)
      implements EnrollmentConfigurationIntent<ConfigurationState> {}

  /** The usable configuration behind the challenge of a shared profile. */
  record FindSharedChallenge(Instant now, String challengeSha256)
      implements EnrollmentConfigurationIntent<ConfigurationState> {}

  /** One of them, usable or not; refused with {@code CONFIGURATION_UNKNOWN}. */
  record DescribeConfiguration(Instant now, ConfigurationId configuration)
      implements EnrollmentConfigurationIntent<ConfigurationState> {}

  /** Makes one; refused with {@code NAME_TAKEN}. */
  record CreateConfiguration(Instant now, EnrollmentConfiguration configuration)
      implements EnrollmentConfigurationIntent<Void> {}

  /** Decides anew; refused with {@code CONFIGURATION_UNKNOWN} or {@code NAME_TAKEN}. */
  record ChangeConfiguration(
      Instant now, ConfigurationId configuration, ConfigurationDetails details)
      implements EnrollmentConfigurationIntent<Void> {}

  /**
   * Deletes one through which nobody has come; refused with {@code IN_USE} when it has led to a
   * certificate, or a session of it is open.
   */
  record DeleteConfiguration(Instant now, ConfigurationId configuration)
      implements EnrollmentConfigurationIntent<Void> {}

  /** Lets nobody in any more; devices that are in stay. */
  record RevokeConfiguration(Instant now, ConfigurationId configuration)
      implements EnrollmentConfigurationIntent<Void> {}

  /**
   * Admits a session, unless 1,000 unused ones are open. Repeating it changes nothing.
   *
   * @param expiresAt 24 hours later
   */
  record AdmitSession(
      Instant now, ConfigurationId configuration, SessionId session, Instant expiresAt)
      implements EnrollmentConfigurationIntent<Void> {}

  /** Counts a session's first certificate against the quota. Repeating it changes nothing. */
  record ReserveEnrollment(Instant now, ConfigurationId configuration, SessionId session)
      implements EnrollmentConfigurationIntent<Void> {}
}
