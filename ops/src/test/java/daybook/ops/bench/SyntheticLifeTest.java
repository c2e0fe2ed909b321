// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.LogEntry;
import daybook.ops.log.OpenLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticLifeTest {
  @Test
  void theAggregatesTakeItAndEachDayLeavesTheEventsOfASession(@TempDir Path home) {
    try (OpenLog open = OpenLog.at(home)) {
      Instant born = Instant.now().minus(Duration.ofDays(60));
      SyntheticLife device = new SyntheticLife(open.intents(), open.vault(), 7, born);
      device.enroll();
      device.live(0);
      device.live(1);
      assertThat(open.log().read(0, 100))
          .extracting(LogEntry::type)
          .contains("EnrollmentStarted", "DeviceEnrolled", "DeviceInformationReported")
          .containsSubsequence(
              List.of(
                  "CommandQueued",
                  "DeviceConnected",
                  "CommandDelivered",
                  "CommandAcknowledged",
                  "CommandQueued",
                  "DeviceConnected",
                  "CommandDelivered",
                  "CommandAcknowledged"));
    }
  }
}
