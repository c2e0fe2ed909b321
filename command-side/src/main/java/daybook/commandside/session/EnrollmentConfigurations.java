// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import daybook.commandside.ca.Sha256;
import daybook.commandside.number.Numbers;
import daybook.commandside.number.NumbersUnavailable;
import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.access.InvalidInput;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.ChangeConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.CreateConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.DeleteConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.ListConfigurations;
import daybook.domain.session.EnrollmentConfigurationIntent.RevokeConfiguration;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Makes, lists, changes, revokes and deletes the links through which devices get in. The log keeps
 * the hash of a link's secret, and the secret sealed.
 */
@Component
public class EnrollmentConfigurations {
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

  /** What was made; {@code secret} is the last part of its link. */
  public record Created(ConfigurationId id, long number, String secret) {}

  /**
   * Makes one for all devices.
   *
   * @param quota how many first certificates it may lead to, at least 1; null: without limit
   * @param expiresAt null: never
   * @throws InvalidInput for an empty name, a quota below 1, a time that has passed
   */
  public Outcome<Created> create(String name, Integer quota, Instant expiresAt, Origin origin) {
    check(name, quota, expiresAt, clock.instant());
    return create(ConfigurationDetails.named(name.strip(), quota, expiresAt), origin);
  }

  /** Makes one; refused with {@code NAME_TAKEN}. */
  public Outcome<Created> create(ConfigurationDetails details, Origin origin) {
    try {
      return create(numbers.next(Numbers.ENROLLMENT_CONFIGURATIONS), details, origin);
    } catch (NumbersUnavailable e) {
      return Outcome.refused(e.reason(), e.getMessage());
    }
  }

  private Outcome<Created> create(long number, ConfigurationDetails details, Origin origin) {
    String secret = Base62.random(SECRET);
    Created created = new Created(new ConfigurationId(Base62.random(22)), number, secret);
    EnrollmentConfiguration configuration =
        new EnrollmentConfiguration(
            created.id(),
            number,
            details,
            Sha256.hex(secret),
            Sha256.hex(Challenge.sharedSecret(secret)),
            sealed(secret));
    return intents
        .send(new CreateConfiguration(clock.instant(), configuration), origin)
        .map(none -> created);
  }

  /** All of them, oldest first. */
  public Outcome<List<ConfigurationState>> list(Origin origin) {
    return intents.send(new ListConfigurations(clock.instant()), origin);
  }

  /** The secret in a configuration's link; empty when its key was dropped. */
  public Optional<String> secret(EnrollmentConfiguration configuration) {
    return vault
        .open(
            configuration.secret().sealed(),
            EnrollmentConfiguration.CREATED,
            EnrollmentConfiguration.SECRET)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Decides anew of one; refused with {@code CONFIGURATION_UNKNOWN} or {@code NAME_TAKEN}. */
  public Outcome<Void> change(long number, ConfigurationDetails details, Origin origin) {
    return tell(number, id -> new ChangeConfiguration(clock.instant(), id, details), origin);
  }

  /** Ends one by its number; {@code CONFIGURATION_UNKNOWN} when there is none. */
  public Outcome<Void> revoke(long number, Origin origin) {
    return tell(number, id -> new RevokeConfiguration(clock.instant(), id), origin);
  }

  /** Deletes one that has let nobody in; refused with {@code IN_USE} otherwise. */
  public Outcome<Void> delete(long number, Origin origin) {
    return tell(number, id -> new DeleteConfiguration(clock.instant(), id), origin);
  }

  private Outcome<Void> tell(
      long number, Function<ConfigurationId, Intent<Void>> intent, Origin origin) {
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
        ? intents.send(intent.apply(id.get()), origin)
        : Outcome.refused(Refusal.CONFIGURATION_UNKNOWN, "no enrollment configuration " + number);
  }

  private Secret sealed(String secret) {
    byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
    return vault.secret(
        Subject.server(), EnrollmentConfiguration.CREATED, EnrollmentConfiguration.SECRET, plain);
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
