// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.access.InvalidInput;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlServerTest {
  @TempDir private Path home;
  private ControlServer server;

  @BeforeEach
  void start() {
    Map<String, Control> odd =
        Map.of(
            "echo", (asked, progress) -> asked,
            "refuse",
                (asked, progress) -> {
                  throw new ControlRefused("not today");
                },
            "invalid",
                (asked, progress) -> {
                  throw InvalidInput.of("name", "Wrong.");
                },
            "defect",
                (asked, progress) -> {
                  throw new IllegalStateException("secret");
                });
    server =
        new ControlServer(
            home, new Controls(List.of(new ViewControls(new FakeProjector()).all(), odd)));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void itsAddressIsForTheOwnersEyesAndGoesWithIt() throws IOException {
    Path file = home.resolve("control.json");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(ControlAddress.of(home).orElseThrow().address().getHost()).isEqualTo("127.0.0.1");
    server.stop();
    assertThat(file).doesNotExist();
  }

  @Test
  void theTokenIsNewAtEachStart() {
    String first = ControlAddress.of(home).orElseThrow().token();
    server.stop();
    server.start();

    assertThat(ControlAddress.of(home).orElseThrow().token()).hasSize(43).isNotEqualTo(first);
  }

  @Test
  void whoLacksTheTokenLearnsNothing() throws Exception {
    assertThat(status("status", "Bearer wrong")).isEqualTo(401);
    assertThat(status("no-such-thing", "Bearer wrong")).isEqualTo(401);
    ControlAddress address = ControlAddress.of(home).orElseThrow();
    assertThat(status("no-such-thing", "Bearer " + address.token())).isEqualTo(404);
    assertThatThrownBy(
            () ->
                new ControlClient(new ControlAddress(address.address(), "wrong"))
                    .ask("echo", new byte[0], line -> {}))
        .isInstanceOf(IOException.class);
  }

  @Test
  void anAnswerIsItsProgressThenItsResult() throws Exception {
    assertThat(ask("rebuild", "{\"view\":\"device\"}"))
        .containsExactly(
            "{\"progress\":{\"view\":\"device\",\"position\":4,\"head\":9}}",
            "{\"progress\":{\"view\":\"device\",\"position\":9,\"head\":9}}",
            "{\"result\":[{\"view\":\"device\",\"position\":9,\"sha256\":\"digest of device\"}]}");
    assertThat(ask("rebuild", "{\"view\":\"device\"}"))
        .containsExactly("{\"refused\":\"the view device is being built already\"}");
  }

  @Test
  void whatCantBeDoneIsToldWithItsReason() throws Exception {
    assertThat(ask("refuse", "{}")).containsExactly("{\"refused\":\"not today\"}");
    assertThat(ask("invalid", "{}")).containsExactly("{\"invalid\":{\"name\":[\"Wrong.\"]}}");
    assertThat(ask("defect", "{}").get(0)).contains("refused").doesNotContain("secret");
    assertThat(ask("echo", "{")).containsExactly("{\"refused\":\"the arguments are no JSON\"}");
    assertThat(ask("rebuild", "{\"view\":\"nope\"}"))
        .containsExactly("{\"refused\":\"no view is called nope; there are audit, device\"}");
  }

  private List<String> ask(String name, String asked) throws Exception {
    List<String> lines = new ArrayList<>();
    new ControlClient(ControlAddress.of(home).orElseThrow())
        .ask(name, asked.getBytes(StandardCharsets.UTF_8), lines::add);
    return lines;
  }

  private int status(String name, String authorization) throws Exception {
    URI address = ControlAddress.of(home).orElseThrow().address().resolve("/control/" + name);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address)
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }
}
