// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.device;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.access.CurrentAccount;
import daybook.projections.ViewReader;
import daybook.projections.device.DeviceView;
import daybook.projections.device.DeviceViews;
import daybook.projections.store.Query;
import daybook.queryside.http.ApiMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;

/** The device list takes the same memory however many devices there are. */
class FlatMemoryTest {
  private static final int MANY = 40_000;
  private static final String HEAP = "-Xmx32m";
  @TempDir static Path folder;

  @BeforeAll
  static void manyDevices() {
    try (StoredDevices devices = new StoredDevices(folder)) {
      devices.fill(MANY);
    }
  }

  @Test
  void theArrayIsWrittenWithASmallHeap() throws Exception {
    assertThat(inASmallHeap(SmallHeap.Deed.ARRAY)).isEqualTo(MANY + " devices");
  }

  @Test
  void aPageIsWrittenWithASmallHeapHoweverLongItIsAskedFor() throws Exception {
    assertThat(inASmallHeap(SmallHeap.Deed.PAGE)).isEqualTo("500 devices");
  }

  @Test
  void theSameHeapDoesNotHoldAllDevices() throws Exception {
    assertThat(inASmallHeap(SmallHeap.Deed.HOLD))
        .containsAnyOf("OutOfMemoryError", "Out of memory");
  }

  @Test
  void devicesAreReadWhileOthersHaveLeftAlready() throws Exception {
    CountedAnswer answer = new CountedAnswer();
    Endless source = new Endless(answer);
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/mdm/devices/");
    request.setAttribute(CurrentAccount.ATTRIBUTE, FixedGroups.ACCOUNT);
    new DeviceController(new DeviceViews(source), FixedGroups.now(), ApiMapper.json())
        .list(request, answer);
    assertThat(source.read).isEqualTo(MANY);
    assertThat(answer.devices()).isEqualTo(MANY);
    assertThat(source.mostHeld).isLessThanOrEqualTo(500);
  }

  private static String inASmallHeap(SmallHeap.Deed deed) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName(),
                folder.toString(),
                deed.name().toLowerCase(Locale.ROOT))
            .redirectErrorStream(true)
            .start();
    try {
      String told = new String(process.getInputStream().readAllBytes());
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return told.strip();
    } finally {
      process.destroyForcibly();
    }
  }

  /** As many devices as there are, each made when it is read. */
  private static final class Endless implements ViewReader<DeviceView> {
    private final CountedAnswer answer;
    private long read;
    private long mostHeld;

    Endless(CountedAnswer answer) {
      this.answer = answer;
    }

    @Override
    public Optional<DeviceView> get(String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<DeviceView> find(Query query) {
      long last = Math.min(MANY, read + query.limit());
      List<DeviceView> found =
          LongStream.rangeClosed(read + 1, last)
              .mapToObj(number -> StoredDevices.device(number, Instant.EPOCH))
              .toList();
      read = last;
      mostHeld = Math.max(mostHeld, read - answer.devices());
      return found;
    }

    @Override
    public long count(Query query) {
      return MANY;
    }
  }
}
