// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The door for {@code ops/daybook}: a port of its own on the loopback, apart from the one that the
 * network reaches, and a random token that only the home's owner can read. {@code POST
 * /control/<name>} with a JSON object of arguments.
 */
@Component
final class ControlServer implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
  private static final String ROOT = "/control/";
  private static final int MOST_BYTES = 64 << 10;
  private static final int THREADS = 4;

  private final Path home;
  private final Controls controls;
  private HttpServer server;
  private ExecutorService threads;
  private byte[] token;

  ControlServer(@Value("${daybook.home:./data}") Path home, Controls controls) {
    this.home = home;
    this.controls = controls;
  }

  @Override
  public synchronized void start() {
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), THREADS);
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port for the command line", e);
    }
    threads = Executors.newFixedThreadPool(THREADS, ControlServer::daemon);
    server.setExecutor(threads);
    server.createContext(ROOT, this::handle);
    String secret = random();
    token = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
    server.start();
    InetSocketAddress at = server.getAddress();
    String host = at.getAddress().getHostAddress();
    new ControlAddress(
            URI.create(
                "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + at.getPort()),
            secret)
        .write(home);
  }

  @Override
  public synchronized void stop() {
    if (server != null) {
      ControlAddress.forget(home);
      server.stop(0);
      threads.shutdownNow();
      server = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return server != null;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String name = exchange.getRequestURI().getPath().substring(ROOT.length());
      if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress() || !knows(exchange)) {
        exchange.sendResponseHeaders(401, -1);
      } else if (!exchange.getRequestMethod().equals("POST") || !controls.know(name)) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        answer(exchange, name);
      }
    }
  }

  private void answer(HttpExchange exchange, String name) throws IOException {
    byte[] asked = exchange.getRequestBody().readNBytes(MOST_BYTES);
    exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    try {
      controls.run(name, asked, line -> write(out, line));
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    } catch (RuntimeException defect) {
      LOG.error("control {} failed", name, defect);
      write(out, "{\"refused\":\"the server failed; its log tells more\"}");
    }
  }

  private boolean knows(HttpExchange exchange) {
    String sent = exchange.getRequestHeaders().getFirst("Authorization");
    return sent != null && MessageDigest.isEqual(token, sent.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(OutputStream out, String line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "control");
    thread.setDaemon(true);
    return thread;
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
