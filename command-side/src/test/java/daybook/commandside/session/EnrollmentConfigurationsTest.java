// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import daybook.commandside.ca.Sha256;
import daybook.commandside.device.MemorySeams;
import daybook.commandside.number.Numbers;
import daybook.commandside.session.EnrollmentConfigurations.Created;
import daybook.domain.Actor;
import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.InvalidInput;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.CreateConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.RevokeConfiguration;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnrollmentConfigurationsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Origin ORIGIN = Origin.of(Actor.server(), "test");

  private final List<Intent<?>> told = new ArrayList<>();
  private final MemorySeams seams = new MemorySeams();
  private final Numbers numbers = mock(Numbers.class);
  private EnrollmentConfigurations configurations;

  @BeforeEach
  void wire() {
    when(numbers.next(any())).thenReturn(7L);
    configurations =
        new EnrollmentConfigurations(recorder(), seams, numbers, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void makesALinkWhoseSecretIsToldOnceAndKeptAsAHashAndSealed() {
    Created created = configurations.create(" Macs ", 5, null, ORIGIN).reply();
    EnrollmentConfiguration made = ((CreateConfiguration) told.get(0)).configuration();
    assertThat(created.secret()).hasSize(64).matches("[0-9A-Za-z]+");
    assertThat(made.secretSha256()).isEqualTo(Sha256.hex(created.secret()));
    assertThat(made.sharedChallengeSha256())
        .isEqualTo(Sha256.hex(Challenge.sharedSecret(created.secret())))
        .isNotEqualTo(made.secretSha256());
    assertThat(seams.open(made.secret().sealed(), "", ""))
        .hasValueSatisfying(
            bytes ->
                assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(created.secret()));
    assertThat(made.number()).isEqualTo(7);
    assertThat(made.name()).isEqualTo("Macs");
    assertThat(made.details().quota()).isEqualTo(5);
  }

  @Test
  void refusesInputThatMakesNoSense() {
    assertInvalid("name", () -> configurations.create(" ", null, null, ORIGIN));
    assertInvalid("quota", () -> configurations.create("x", 0, null, ORIGIN));
    assertInvalid("expires_at", () -> configurations.create("x", null, NOW, ORIGIN));
    assertThat(told).isEmpty();
  }

  @Test
  void revokesByNumber() {
    Created created = configurations.create("Macs", null, null, ORIGIN).reply();
    assertThat(configurations.revoke(7, ORIGIN).isAccepted()).isTrue();
    assertThat(told.get(1)).isEqualTo(new RevokeConfiguration(NOW, created.id()));
    assertThat(configurations.revoke(8, ORIGIN).refusal().orElseThrow().reason())
        .isEqualTo(Refusal.CONFIGURATION_UNKNOWN);
  }

  private static void assertInvalid(String field, Runnable create) {
    assertThatThrownBy(create::run)
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys(field));
  }

  /** Keeps what it is told, and lists it when asked. */
  private Intents recorder() {
    return new Intents() {
      @Override
      @SuppressWarnings("unchecked") // each answer is of its intent's kind
      public <R> Outcome<R> send(Intent<R> intent, Origin origin) {
        if (intent instanceof CreateConfiguration || intent instanceof RevokeConfiguration) {
          told.add(intent);
          return Outcome.accepted();
        }
        return (Outcome<R>)
            Outcome.accepted(
                List.of(
                    new ConfigurationState(
                        ((CreateConfiguration) told.get(0)).configuration(),
                        0,
                        0,
                        null,
                        NOW,
                        NOW)));
      }
    };
  }
}
