// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void aRowIsUnderWayOnceAtATime() {
    Pace<String> pace = new Pace<>(() -> 1);

    assertThat(pace.begin("row", START)).isTrue();
    assertThat(pace.begin("row", START)).isFalse();
    assertThat(pace.begin("other", START)).isTrue();

    pace.done("row");
    assertThat(pace.begin("row", START)).isTrue();
  }

  @Test
  void pausesDoubleFromASecondToAQuarterOfAnHour() {
    Pace<String> pace = new Pace<>(() -> 1);
    Instant now = START;
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      pace.begin("row", now);
      pace.failed("row", now);
      Instant failed = now;
      while (!pace.begin("row", now)) {
        now = now.plusSeconds(1);
      }
      pauses.add(Duration.between(failed, now).toSeconds());
    }

    assertThat(pauses.subList(0, 12))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L);
    assertThat(pauses.get(29)).isEqualTo(900);
  }

  @Test
  void theShortestPauseIsHalfOfTheLongest() {
    Pace<String> pace = new Pace<>(() -> 0);
    pace.begin("row", START);
    pace.failed("row", START);

    assertThat(pace.begin("row", START.plusMillis(499))).isFalse();
    assertThat(pace.begin("row", START.plusMillis(500))).isTrue();
  }

  @Test
  void successForgetsTheFailures() {
    Pace<String> pace = new Pace<>(() -> 1);
    pace.begin("row", START);
    pace.failed("row", START);
    pace.begin("row", START.plusSeconds(1));
    pace.done("row");

    assertThat(pace.held()).isZero();
    assertThat(pace.begin("row", START.plusSeconds(1))).isTrue();
  }

  @Test
  void rowsThatComeUpNoMoreAreForgotten() {
    Pace<String> pace = new Pace<>(() -> 1);
    pace.begin("row", START);
    pace.failed("row", START);
    pace.forget(START.plus(Duration.ofMinutes(59)));
    assertThat(pace.held()).isEqualTo(1);

    pace.forget(START.plus(Duration.ofMinutes(61)));
    assertThat(pace.held()).isZero();
  }
}
