// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.ops.http.ApiJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** The command line over the files of a home on which no server runs. */
class OfflineTest {
  @TempDir private Path home;

  @Test
  void accountsAndLinksAreMadeListedAndRevokedInTheFiles() {
    JsonNode jane = json("account", "create", "Jane", "--permissions", "mdm.view_enrolleddevice");
    assertThat(jane.path("api_token").asString()).matches("ztlu_[0-9a-zA-Z]{36}");
    assertThat(fails("account", "create", "JANE")).contains("NAME_TAKEN");
    assertThat(fails("account", "create", "june", "--permissions", "everything"))
        .contains("permissions: There is no permission “everything”.");
    assertThat(json("account", "token", "jane").path("api_token").asString())
        .isNotEqualTo(jane.path("api_token").asString());
    JsonNode accounts = json("account", "list");
    assertThat(accounts).hasSize(1);
    assertThat(accounts.get(0).path("username").asString()).isEqualTo("Jane");

    JsonNode link = json("enrollment", "create", "Lab", "--quota", "5", "--expires", "2099-01-31");
    assertThat(link.path("enrollment_url").asString())
        .matches("http://127.0.0.1:8080/public/mdm/enroll/[0-9a-zA-Z]{64}");
    assertThat(json("enrollment", "revoke", link.path("number").asString()).path("revoked").asInt())
        .isEqualTo(link.path("number").asInt());
    JsonNode links = json("enrollment", "list");
    assertThat(links.get(0).path("quota").asInt()).isEqualTo(5);
    assertThat(links.get(0).path("expires_at").asString()).isEqualTo("2099-01-31T00:00:00");
    assertThat(links.get(0).path("revoked_at").isNull()).isFalse();
    assertThat(links.toString()).doesNotContain("secret");
  }

  @Test
  void anAccountIsShutOutAndItsTokensAreRevoked() {
    json("account", "create", "Jane", "--token-name", "laptop");
    json("account", "token", "jane", "--token-name", "ci");

    assertThat(json("account", "revoke", "jane", "--token-name", "ci").path("revoked").asInt())
        .isEqualTo(1);
    assertThat(fails("account", "revoke", "jane", "--token-name", "ci")).contains("TOKEN_UNKNOWN");
    assertThat(json("account", "revoke", "jane", "--all").path("revoked").asInt()).isEqualTo(1);
    json("account", "deactivate", "jane");
    assertThat(json("account", "list").get(0).path("active").asBoolean()).isFalse();
    json("account", "activate", "jane");
    assertThat(json("account", "list").get(0).path("active").asBoolean()).isTrue();
    assertThat(fails("account", "deactivate", "nobody")).contains("UNKNOWN");
  }

  @Test
  void aRebuiltViewHoldsTheSame() {
    json("account", "create", "Jane");
    JsonNode live = json("digest", "account");

    assertThat(json("rebuild", "account")).isEqualTo(live);
    assertThat(json("status").path("events").asLong()).isPositive();
    assertThat(fails("rebuild", "nonsense")).contains("no view is called nonsense; there are");
    assertThat(json("parked", "list")).isEmpty();
  }

  @Test
  void aBackupBecomesAnotherHomeThatWantsTheMasterKeyFirst(@TempDir Path elsewhere)
      throws Exception {
    json("account", "create", "Jane");
    Path backup = elsewhere.resolve("backup");
    JsonNode made = json("backup", "--to", backup.toString());
    assertThat(made.path("events").asLong()).isPositive();
    assertThat(made.path("master_key").asString())
        .isEqualTo(home.toAbsolutePath().resolve("master.key").toString());
    assertThat(backup.resolve("log.db")).exists();
    assertThat(run(new StringWriter(), new StringWriter(), "backup", "--log", "x")).isEqualTo(2);
    assertThat(fails("restore", "--from", backup.toString())).contains("an empty home only");

    Path former = home;
    home = elsewhere.resolve("home");
    assertThat(fails("restore", "--from", backup.toString())).contains("master key is missing");
    Files.copy(former.resolve("master.key"), home.resolve("master.key"));
    JsonNode restored = json("restore", "--from", backup.toString());
    assertThat(restored.path("events").asLong()).isEqualTo(made.path("events").asLong());
    assertThat(json("account", "list").get(0).path("username").asString()).isEqualTo("Jane");
  }

  private JsonNode json(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    assertThat(run(out, err, args)).as("%s", err).isZero();
    return ApiJson.MAPPER.readTree(out.toString());
  }

  private String fails(String... args) {
    StringWriter err = new StringWriter();
    assertThat(run(new StringWriter(), err, args)).isEqualTo(1);
    return err.toString();
  }

  private int run(StringWriter out, StringWriter err, String... args) {
    CommandLine line = DaybookCommand.line();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all = new String[args.length + 3];
    all[0] = "--home";
    all[1] = home.toString();
    all[2] = "--json";
    System.arraycopy(args, 0, all, 3, args.length);
    return line.execute(all);
  }
}
