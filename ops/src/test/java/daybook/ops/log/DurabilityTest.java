// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts, from outside, what a server asks of the system: syncs of the disk, and connections. */
class DurabilityTest {
  private static final int INTENTS = 50;

  @TempDir private Path folder;

  @Test
  void everyIntentThatWaitsAloneIsSyncedToTheDiskAndNothingLeavesTheMachine() throws Exception {
    Path trace = folder.resolve("trace");
    assumeTrue(canTrace(), "skipped: strace isn't installed or may not trace here");
    Process process =
        new ProcessBuilder(
                "strace",
                "-f",
                "-e",
                "trace=fsync,fdatasync,connect",
                "-o",
                trace.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SendsIntents.class.getName(),
                folder.resolve("home").toString(),
                Integer.toString(INTENTS))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("output"))).isZero();

    List<String> calls = Files.readAllLines(trace);
    assertThat(calls.stream().filter(call -> call.matches(".*f(data)?sync\\(.*")).count())
        .isGreaterThanOrEqualTo(INTENTS);
    assertThat(calls).noneMatch(call -> call.contains("connect(") && call.contains("AF_INET"));
  }

  private static boolean canTrace() throws InterruptedException {
    try {
      return new ProcessBuilder("strace", "-o", "/dev/null", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
