// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLineTest {
  private static final byte[] HEAD = bytes("PUT /echo HTTP/1.1\r\nHost: localhost\r\n");
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/echo", 200, 0);
    answer("/chunks", 200, -2);
    answer("/refuse", 400, 0);
    answer("/last", 200, 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void oneConnectionCarriesManyExchanges() throws IOException {
    try (HttpLine line = new HttpLine(server.getAddress().getPort())) {
      assertThat(line.exchange(HEAD, bytes("one"))).isEqualTo(bytes("one"));
      assertThat(line.exchange(HEAD, bytes("two"))).isEqualTo(bytes("two"));
    }
  }

  @Test
  void answersInChunksAreReadWhole() throws IOException {
    byte[] head = bytes("PUT /chunks HTTP/1.1\r\nHost: localhost\r\n");
    try (HttpLine line = new HttpLine(server.getAddress().getPort())) {
      assertThat(line.exchange(head, bytes("one"))).isEqualTo(bytes("one"));
      assertThat(line.exchange(HEAD, bytes("two"))).isEqualTo(bytes("two"));
    }
  }

  @Test
  void anAnswerThatIsNoSuccessIsAnError() throws IOException {
    byte[] head = bytes("PUT /refuse HTTP/1.1\r\nHost: localhost\r\n");
    try (HttpLine line = new HttpLine(server.getAddress().getPort())) {
      assertThatThrownBy(() -> line.exchange(head, bytes("why")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("400")
          .hasMessageContaining("why");
    }
  }

  @Test
  void anEndedConnectionIsFollowedByAnother() throws IOException {
    byte[] head = bytes("PUT /last HTTP/1.1\r\nHost: localhost\r\n");
    try (HttpLine line = new HttpLine(server.getAddress().getPort())) {
      assertThat(line.exchange(head, bytes("one"))).isEqualTo(bytes("one"));
      assertThat(line.exchange(head, bytes("two"))).isEqualTo(bytes("two"));
    }
  }

  private void answer(String path, int status, int length) {
    server.createContext(
        path,
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          if (path.equals("/last")) {
            exchange.getResponseHeaders().set("Connection", "close");
          }
          exchange.sendResponseHeaders(status, length == 0 ? body.length : 0);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
