// SPDX-License-Identifier: Apache-2.0
package daybook.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.projections.house.FakeVault;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Story;
import daybook.projections.house.TestViews;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading one's own writes. */
class ViewCatchupTest {
  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();

  @ParameterizedTest
  @ValueSource(
      strings = {"device", "command", "push", "access", "audit", "a feature without views"})
  void whoWaitedSeesWhatWasAppended(String feature) {
    try (TestViews views = new TestViews(log, new FakeVault(), folder)) {
      ViewCatchup catchup = new ViewCatchup(views.projector);
      new Story(log, 1).enrolls();
      assertThat(catchup.await(feature, log.head(), Duration.ofSeconds(20))).isTrue();
    }
  }

  @Test
  void whatNeverComesIsNotWaitedForLonger() {
    try (TestViews views = new TestViews(log, new FakeVault(), folder)) {
      ViewCatchup catchup = new ViewCatchup(views.projector);
      assertThat(catchup.await("device", log.head() + 1, Duration.ofMillis(20))).isFalse();
    }
  }
}
