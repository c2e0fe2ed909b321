// SPDX-License-Identifier: Apache-2.0
package daybook.projections.directory;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Actor;
import daybook.domain.Directory;
import daybook.domain.Origin;
import daybook.domain.StreamId;
import daybook.domain.access.AccountEvent.ApiTokenIssued;
import daybook.projections.house.FakeVault;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Story;
import daybook.projections.house.TestViews;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewDirectoryTest {
  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();

  @Test
  void aStreamIsFoundByWhatPeopleKnow() {
    Story mac = new Story(log, 0xAB).enrolls();
    StreamId account = StreamId.of("account", "a1");
    log.append(account, new ApiTokenIssued("hash", "t", null), Origin.of(Actor.server(), "r"));
    try (TestViews views = new TestViews(log, new FakeVault(), folder).settled()) {
      Directory directory = new ViewDirectory(views.devices, views.commands, views.tokens);
      StreamId stream = mac.device().stream();
      assertThat(directory.device(0xAB)).hasValue(stream);
      assertThat(directory.device(4711)).isEmpty();
      assertThat(directory.devicesBySerialNumber(mac.serial())).containsExactly(stream);
      assertThat(directory.deviceByUdid(mac.device().value().toLowerCase(Locale.ROOT)))
          .hasValue(stream);
      assertThat(directory.accountByToken("hash")).hasValue(account);
      assertThat(directory.accountByToken("other")).isEmpty();
    }
  }
}
