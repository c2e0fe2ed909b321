// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import daybook.domain.Log;
import daybook.domain.LogEntry;
import daybook.domain.Personal;
import daybook.domain.SealedFields;
import daybook.domain.Vault;
import daybook.ops.log.OpenLog;
import daybook.projections.projector.LogProjector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rebuilding the device view and the audit index from 200,000 events, next to only reading them,
 * and to reading them and opening the same values that the device view opens.
 */
final class RebuildBench implements Bench.Benchmark {
  private static final int EVENTS = Integer.getInteger("bench.events", 200_000);
  private static final int EVENTS_A_DEVICE = 100;
  private static final int BATCH = 5_000;
  private static final int ROUNDS = 5;
  private static final int WARM_UPS = 2;

  @Override
  public Report run() throws Exception {
    Path home = Files.createTempDirectory("daybook-bench");
    try (OpenLog open = OpenLog.at(home.resolve("home"))) {
      fill(open, EVENTS);
      RecordingVault recording = new RecordingVault(open.vault());
      try (LogProjector once = BenchViews.open(open.log(), recording, home.resolve("once"))) {
        BenchViews.build(once);
      }
      return measured(open, recording, home.resolve("views"));
    } finally {
      Directories.delete(home);
    }
  }

  /** Devices that live side by side, so that their events lie mixed in the log. */
  static void fill(OpenLog open, int events) throws Exception {
    List<SyntheticLife> devices = new ArrayList<>();
    Instant born = Instant.now().minus(Duration.ofDays(60));
    for (int i = 1; i <= events / EVENTS_A_DEVICE; i++) {
      devices.add(new SyntheticLife(open.intents(), open.vault(), i, born));
    }
    try (Crowd crowd = new Crowd(32)) {
      crowd.each(devices, SyntheticLife::enroll);
      for (int day = 0; open.log().head() < events; day++) {
        int today = day;
        crowd.each(devices, device -> device.live(today));
      }
    }
  }

  private static Report measured(OpenLog open, RecordingVault recording, Path views)
      throws Exception {
    Log log = open.log();
    Samples reading = new Samples();
    Samples opening = new Samples();
    Samples device = new Samples();
    Samples audit = new Samples();
    try (LogProjector projector = BenchViews.open(log, open.vault(), views)) {
      BenchViews.build(projector);
      for (int round = -WARM_UPS; round < ROUNDS; round++) {
        double read = seconds(() -> readAll(log));
        double opened = seconds(() -> openAll(log, open.vault(), recording));
        double ofDevice = seconds(() -> projector.rebuild(BenchViews.DEVICE, progress -> {}));
        double ofAudit = seconds(() -> projector.rebuild(BenchViews.AUDIT, progress -> {}));
        if (round >= 0) {
          reading.add(read);
          opening.add(opened);
          device.add(ofDevice);
          audit.add(ofAudit);
        }
      }
    }
    return new Report("rebuild")
        .figure("events", (double) log.head(), "")
        .figure("only reading", reading.median(), "s")
        .figure("reading and opening what the device view opens", opening.median(), "s")
        .figure("rebuilding the device view", device.median(), "s")
        .figure("rebuilding the audit index", audit.median(), "s")
        .figure("audit index / reading and opening", audit.median() / opening.median(), "")
        .atMost("device view / reading and opening", device.median() / opening.median(), 3);
  }

  private static long readAll(Log log) {
    long after = 0;
    for (List<LogEntry> batch = log.read(0, BATCH);
        !batch.isEmpty();
        batch = log.read(after, BATCH)) {
      after = batch.get(batch.size() - 1).index();
    }
    return after;
  }

  private static long openAll(Log log, Vault vault, RecordingVault recording) {
    long after = 0;
    long bytes = 0;
    for (List<LogEntry> batch = log.read(0, BATCH);
        !batch.isEmpty();
        batch = log.read(after, BATCH)) {
      for (LogEntry entry : batch) {
        bytes += open(entry, vault, recording);
      }
      after = batch.get(batch.size() - 1).index();
    }
    return bytes;
  }

  private static long open(LogEntry entry, Vault vault, RecordingVault recording) {
    long bytes = 0;
    for (Map.Entry<String, Object> field : SealedFields.of((Record) entry.event()).entrySet()) {
      if (field.getValue() instanceof Personal personal
          && recording.hasOpened(entry.type(), field.getKey())) {
        bytes +=
            vault
                .open(personal.sealed(), entry.type(), field.getKey())
                .map(value -> value.length)
                .orElse(0);
      }
    }
    return bytes;
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
