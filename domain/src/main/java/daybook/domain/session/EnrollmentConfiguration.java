// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import daybook.domain.Secret;

/**
 * An enrollment configuration: what was decided of it, and the secrets that it was made with.
 *
 * @param number the number that people see
 * @param secretSha256 lower-case hex of the SHA-256 of the secret in its link
 * @param sharedChallengeSha256 likewise, of the challenge in its shared profile
 * @param secret the secret itself, sealed for {@link #CREATED} under {@link #SECRET}
 */
public record EnrollmentConfiguration(
    ConfigurationId id,
    long number,
    ConfigurationDetails details,
    String secretSha256,
    String sharedChallengeSha256,
    Secret secret) {
  public static final String CREATED = "EnrollmentConfigurationCreated";
  public static final String SECRET = "configuration.secret";

  public String name() {
    return details.name();
  }

  /** The same, decided anew. */
  public EnrollmentConfiguration with(ConfigurationDetails changed) {
    return new EnrollmentConfiguration(
        id, number, changed, secretSha256, sharedChallengeSha256, secret);
  }
}
