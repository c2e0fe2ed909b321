// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import daybook.commandside.ca.Sha256;
import daybook.commandside.number.Numbers;
import daybook.commandside.number.NumbersUnavailable;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.access.InvalidInput;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.CreateConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.ListConfigurations;
import daybook.domain.session.EnrollmentConfigurationIntent.RevokeConfiguration;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes, lists and revokes the links through which devices get in. The secret of a link is told
 * once, when it is made; the log keeps its hash, and the secret sealed.
 */
@Component
public class EnrollmentConfigurations {
  private static final String CREATED = "EnrollmentConfigurationCreated";
  private static final int SECRET = 64;

  private final Intents intents;
  private final Vault vault;
  private final Numbers numbers;
  private final Clock clock;

  public EnrollmentConfigurations(Intents intents, Vault vault, Numbers numbers, Clock clock) {
    this.intents = intents;
    this.vault = vault;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** What was made; {@code secret} is the last part of its link and is never told again. */
  public record Created(ConfigurationId id, long number, String secret) {}

  /**
   * Makes one.
   *
   * @param quota how many first certificates it may lead to, at least 1; null: without limit
   * @param expiresAt null: never
   * @throws InvalidInput for an empty name, a quota below 1, a time that has passed
   */
  public Outcome<Created> create(String name, Integer quota, Instant expiresAt, Origin origin) {
    Instant now = clock.instant();
    check(name, quota, expiresAt, now);
    try {
      return create(
          name.strip(),
          numbers.next(Numbers.ENROLLMENT_CONFIGURATIONS),
          quota,
          expiresAt,
          now,
          origin);
    } catch (NumbersUnavailable e) {
      return Outcome.refused(e.reason(), e.getMessage());
    }
  }

  private Outcome<Created> create(
      String name, long number, Integer quota, Instant expiresAt, Instant now, Origin origin) {
    String secret = Base62.random(SECRET);
    Created created = new Created(new ConfigurationId(Base62.random(22)), number, secret);
    EnrollmentConfiguration configuration =
        new EnrollmentConfiguration(
            created.id(),
            number,
            name,
            Sha256.hex(secret),
            Sha256.hex(Challenge.sharedSecret(secret)),
            sealed(secret),
            quota,
            expiresAt,
            null);
    return intents.send(new CreateConfiguration(now, configuration), origin).map(none -> created);
  }

  /** All of them, oldest first. */
  public Outcome<List<ConfigurationState>> list(Origin origin) {
    return intents.send(new ListConfigurations(clock.instant()), origin);
  }

  /** Ends one by its number; {@code CONFIGURATION_UNKNOWN} when there is none. */
  public Outcome<Void> revoke(long number, Origin origin) {
    Outcome<List<ConfigurationState>> all = list(origin);
    if (!all.isAccepted()) {
      return all.map(none -> null);
    }
    Optional<ConfigurationId> id =
        all.reply().stream()
            .map(ConfigurationState::configuration)
            .filter(configuration -> configuration.number() == number)
            .map(EnrollmentConfiguration::id)
            .findFirst();
    return id.isPresent()
        ? intents.send(new RevokeConfiguration(clock.instant(), id.get()), origin)
        : Outcome.refused(Refusal.CONFIGURATION_UNKNOWN, "no enrollment configuration " + number);
  }

  private Secret sealed(String secret) {
    byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
    return vault.secret(Subject.server(), CREATED, "configuration.secret", plain);
  }

  private static void check(String name, Integer quota, Instant expiresAt, Instant now) {
    if (name == null || name.isBlank()) {
      throw InvalidInput.of("name", "This field may not be blank.");
    }
    if (quota != null && quota < 1) {
      throw InvalidInput.of("quota", "Ensure this value is greater than or equal to 1.");
    }
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw InvalidInput.of("expires_at", "This time has passed.");
    }
  }
}
