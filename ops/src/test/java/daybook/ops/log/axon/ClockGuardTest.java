// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** When the server's clock is trusted. */
class ClockGuardTest {
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  private Instant wall = START;
  private Duration running = Duration.ZERO;
  private Instant head = START;
  private final ClockGuard guard = new ClockGuard(new Wall(), () -> running.toNanos(), () -> head);

  @Test
  void clockThatRunsOnIsTrusted() {
    pass(Duration.ofHours(30));
    assertThat(guard.distrust()).isEmpty();
  }

  @Test
  void serverThatWasOffForAWeekJustStarts() {
    head = START.minus(Duration.ofDays(7));
    assertThat(guard.distrust()).isEmpty();
  }

  @Test
  void clockALittleBehindTheNewestEventIsTrusted() {
    head = START.plus(Duration.ofMinutes(5));
    assertThat(guard.distrust()).isEmpty();
  }

  @Test
  void clockFarBehindTheNewestEventIsNotTrustedUntilItIsRightAgain() {
    head = START.plus(Duration.ofMinutes(6));
    assertThat(guard.distrust()).hasValueSatisfying(why -> assertThat(why).contains("behind"));
    pass(Duration.ofMinutes(2));
    assertThat(guard.distrust()).isEmpty();
  }

  @Test
  void confirmedClockIsTrustedAlthoughItIsBehindAndWatchedAgainOnceItHasCaughtUp() {
    head = START.plus(Duration.ofDays(1));
    assertThat(guard.distrust()).isPresent();
    guard.confirm();
    assertThat(guard.distrust()).isEmpty();
    pass(Duration.ofDays(2));
    assertThat(guard.distrust()).isEmpty();
    head = wall.plus(Duration.ofHours(1));
    assertThat(guard.distrust()).isPresent();
  }

  @Test
  void jumpForwardsWhileTheServerRunsIsNotTrustedUntilItIsConfirmed() {
    wall = wall.plus(Duration.ofHours(2));
    assertThat(guard.distrust()).hasValueSatisfying(why -> assertThat(why).contains("jumped"));
    pass(Duration.ofMinutes(1));
    assertThat(guard.distrust()).as("it stays so").isPresent();
    guard.confirm();
    assertThat(guard.distrust()).isEmpty();
  }

  @Test
  void jumpBackwardsIsNotTrustedEither() {
    head = START.minus(Duration.ofDays(1));
    wall = wall.minus(Duration.ofHours(2));
    assertThat(guard.distrust()).isPresent();
  }

  @Test
  void smallCorrectionsAreTrusted() {
    for (int i = 0; i < 10; i++) {
      wall = wall.plus(Duration.ofMinutes(50));
      assertThat(guard.distrust()).isEmpty();
    }
  }

  private void pass(Duration time) {
    wall = wall.plus(time);
    running = running.plus(time);
  }

  private final class Wall extends Clock {
    @Override
    public Instant instant() {
      return wall;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
