// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import java.util.List;
import java.util.Optional;

/** Port: what operators do with enrollment configurations on pages. */
public interface EnrollmentConfigurationManagement {
  /**
   * Where devices come in by a configuration.
   *
   * @param profile the link of the profile that manages
   * @param overTheAir the link of the first phase of an enrollment over the air
   */
  record Links(String profile, String overTheAir) {}

  /** All of them, the newest first. */
  Outcome<List<ConfigurationState>> all(Origin origin);

  /** What one may name; of SCEP issuers only those that profiles can send devices to. */
  Outcome<ConfigurationChoices> choices(Origin origin);

  /** The links of one; empty while there is no address that devices reach, or its key is gone. */
  Optional<Links> links(EnrollmentConfiguration configuration);

  /**
   * Makes one, and replies with its number.
   *
   * @throws daybook.domain.access.InvalidInput when it names what isn't there, or a time that has
   *     passed
   */
  Outcome<Long> create(ConfigurationDetails details, Origin origin);

  /**
   * Decides anew of one.
   *
   * @throws daybook.domain.access.InvalidInput as above
   */
  Outcome<Void> change(long number, ConfigurationDetails details, Origin origin);

  /** Lets nobody in any more. */
  Outcome<Void> revoke(long number, Origin origin);

  /** Deletes one that has let nobody in; refused with {@code IN_USE} otherwise. */
  Outcome<Void> delete(long number, Origin origin);
}
