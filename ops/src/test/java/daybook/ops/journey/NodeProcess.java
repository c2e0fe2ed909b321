// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import daybook.ops.Daybook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of several nodes, as a process of its own that can be killed. */
final class NodeProcess {
  private static final String READY = "Daybook is ready on ";

  private final Path home;
  private final List<String> command = new ArrayList<>();
  private final Map<String, String> environment;
  private Process process;
  private URI url;

  /**
   * @param settings by key, as on the command line
   */
  NodeProcess(Path home, Map<String, String> settings, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            Daybook.class.getName()));
    settings.forEach((key, value) -> command.add("--" + key + "=" + value));
  }

  /** Starts it, and returns at once. */
  NodeProcess begin() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DAYBOOK_HOME", home.toString());
    builder.environment().put("DAYBOOK_PORT", "0");
    builder.environment().putAll(environment);
    process = builder.start();
    return this;
  }

  /** Waits until it answers; what it told. */
  String ready() throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder told = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      told.append(line).append('\n');
      if (line.startsWith(READY)) {
        url = URI.create(line.substring(READY.length()));
        Thread drain = new Thread(() -> out.lines().forEach(rest -> {}), "node-output");
        drain.setDaemon(true);
        drain.start();
        return told.toString();
      }
    }
    throw new AssertionError("the node did not start:\n" + told);
  }

  URI url() {
    return url;
  }

  Path home() {
    return home;
  }

  /** Its name among the nodes. */
  String name() throws IOException {
    return Files.readString(home.resolve("node")).strip();
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }
}
