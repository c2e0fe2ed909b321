// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.ops.Daybook;
import daybook.ops.http.ApiJson;
import daybook.ops.start.Arguments;
import daybook.ops.start.Home;
import daybook.ops.start.RunningDaybook;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** The command line beside a running server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningServerTest {
  private RunningDaybook daybook;

  @BeforeAll
  void open(@TempDir Path folder) {
    daybook =
        RunningDaybook.start(
            Daybook.class,
            Arguments.parse("--simulate", "0"),
            Home.at(folder),
            Map.of("server.port", "0"));
  }

  @AfterAll
  void close() {
    daybook.close();
  }

  @Test
  void aTokenWorksAtOnce() throws Exception {
    String token =
        json("account", "create", "jane", "--permissions", "mdm.view_enrolleddevice")
            .path("api_token")
            .asString();

    assertThat(status("/api/mdm/devices/", token)).isEqualTo(200);
    assertThat(status("/api/mdm/audit/", token)).isEqualTo(403);
    String ended =
        json("account", "token", "jane", "--token-expiry", "2026-01-01")
            .path("api_token")
            .asString();
    assertThat(status("/api/mdm/devices/", ended)).isEqualTo(401);
    String inactive = json("account", "create", "june", "--inactive").path("api_token").asString();
    assertThat(status("/api/mdm/devices/", inactive)).isEqualTo(401);
  }

  @Test
  void viewsAreBuiltAgainWhileTheServerRuns() {
    JsonNode before = json("digest", "token");

    assertThat(json("rebuild", "token").get(0).path("sha256"))
        .isEqualTo(before.get(0).path("sha256"));
    assertThat(json("rebuild")).hasSizeGreaterThan(3);
    assertThat(json("status").path("clock").asString()).isEqualTo("trusted");
  }

  @Test
  void aRevokedLinkIsGone() throws Exception {
    JsonNode link = json("enrollment", "create", "Lab");
    String path = link.path("enrollment_url").asString().replaceFirst("http://[^/]+", "");

    assertThat(status(path, null)).isEqualTo(200);
    json("enrollment", "revoke", link.path("number").asString());
    assertThat(status(path, null)).isEqualTo(410);
  }

  @Test
  void anAuthorityIsRolledOverExportedAndRetired() {
    json("ca", "rollover");
    String old = json("ca", "list").get(0).path("name").asString();
    if (json("ca", "list").size() == 1) {
      json("ca", "rollover");
    }
    assertThat(json("ca", "list")).hasSize(2);
    assertThat(json("ca", "export").path("pem").asString().split("BEGIN CERTIFICATE")).hasSize(3);
    assertThat(json("ca", "retire", old).path("retired").asString()).isEqualTo(old);
    assertThat(json("ca", "list").get(0).path("state").asString()).isEqualTo("retired");
    assertThat(json("ca", "export").path("pem").asString().split("BEGIN CERTIFICATE")).hasSize(2);
    assertThat(json("ca", "export", old).path("pem").asString()).startsWith("-----BEGIN");
  }

  private int status(String path, String token) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(daybook.url().resolve(path));
    if (token != null) {
      request.header("Authorization", "Token " + token);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private JsonNode json(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = DaybookCommand.line();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all = new String[args.length + 3];
    all[0] = "--home";
    all[1] = daybook.home().path().toString();
    all[2] = "--json";
    System.arraycopy(args, 0, all, 3, args.length);
    assertThat(line.execute(all)).as("%s", err).isZero();
    assertThat(err.toString()).isEmpty();
    return ApiJson.MAPPER.readTree(out.toString());
  }
}
