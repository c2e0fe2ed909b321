// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server in a Java process of its own, with the options that all measured servers share. */
final class ServerProcess implements AutoCloseable {
  private static final List<String> OPTIONS = List.of("-XX:+UseParallelGC", "-Xmx2g");
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int MOST_LOOKS = 25;

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * The server without anything in it.
   *
   * @param appended what it makes durable for each request
   */
  static ServerProcess ceiling(Path directory, byte[] appended) throws IOException {
    Path bytes = Files.write(directory.resolve("appended"), appended);
    int port = freePort();
    return start(
        "The ceiling is ready",
        Map.of(),
        port,
        CeilingServer.class.getName(),
        Integer.toString(port),
        directory.toString(),
        bytes.toString());
  }

  /** Daybook in the simulation, without simulated devices of its own. */
  static ServerProcess daybook(Path home) throws IOException {
    int port = freePort();
    return start(
        "Daybook is ready on ",
        Map.of("DAYBOOK_HOME", home.toString(), "DAYBOOK_PORT", Integer.toString(port)),
        port,
        "daybook.ops.Daybook",
        "--simulate",
        "0");
  }

  int port() {
    return port;
  }

  /** The processor time that it has taken so far, of all its threads. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Returns when it has nothing left to do of what it was given before, or after a while. */
  void settle() throws InterruptedException {
    Duration before = cpu();
    for (int i = 0; i < MOST_LOOKS; i++) {
      Thread.sleep(LOOK.toMillis());
      Duration now = cpu();
      if (now.minus(before).compareTo(LOOK.dividedBy(10)) < 0) {
        return;
      }
      before = now;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.onExit().get(60, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static ServerProcess start(
      String ready, Map<String, String> environment, int port, String... main) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(OPTIONS);
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.addAll(List.of(main));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String text = output.readLine(); text != null; text = output.readLine()) {
      said.append(text).append('\n');
      if (text.contains(ready)) {
        keepReading(output);
        return new ServerProcess(process, port);
      }
    }
    throw new IOException("the server ended before it was ready:\n" + said);
  }

  /** Warnings that a server gives while it is measured are part of what was measured. */
  private static void keepReading(BufferedReader output) {
    Thread reader =
        new Thread(
            () ->
                output
                    .lines()
                    .filter(line -> line.contains("WARN") || line.contains("ERROR"))
                    .forEach(line -> System.err.println("server: " + line)));
    reader.setDaemon(true);
    reader.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
