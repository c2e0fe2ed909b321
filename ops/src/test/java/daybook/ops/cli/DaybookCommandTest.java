// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.ops.control.RunningControls;
import daybook.ops.log.OpenLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DaybookCommandTest {
  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void whatIsUsedWronglyExitsWith2() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("nonsense")).isEqualTo(2);
    assertThat(run("account", "create")).isEqualTo(2);
    assertThat(run("enrollment", "create", "x", "--quota", "many")).isEqualTo(2);
    assertThat(run("parked")).isEqualTo(2);
    assertThat(run("--help")).isZero();
  }

  @Test
  void aRebuildShowsABarAndThenWhatTheViewHolds() {
    try (RunningControls server = new RunningControls(home)) {
      assertThat(run("rebuild", "device")).isZero();
      assertThat(server.asked()).isEmpty();
    }
    assertThat(err.toString())
        .contains("device       [#############.................]  44% 4 of 9 events")
        .contains("[##############################] 100% 9 of 9 events");
    assertThat(out.toString()).contains("device  9         digest of device");
  }

  @Test
  void jsonIsTheResultAndNothingElse() {
    try (RunningControls server = new RunningControls(home)) {
      assertThat(run("rebuild", "device", "--json")).isZero();
      assertThat(server.asked()).isEmpty();
    }
    assertThat(out.toString())
        .isEqualToIgnoringNewLines(
            "[{\"view\":\"device\",\"position\":9,\"sha256\":\"digest of device\"}]");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatIsParkedIsListedAndARetryThatLeavesSomethingExitsWith1() {
    try (RunningControls server = new RunningControls(home)) {
      assertThat(run("parked", "list")).isZero();
      assertThat(run("parked", "retry", "device")).isEqualTo(1);
      assertThat(run("parked", "retry", "audit")).isZero();
      assertThat(server.asked()).isEmpty();
    }
    assertThat(out.toString()).contains("enrollment:A").contains("IllegalStateException in Seen");
  }

  @Test
  void anAccountIsAskedForAsTheOptionsSay() {
    try (RunningControls server = new RunningControls(home)) {
      assertThat(
              run(
                  "account",
                  "create",
                  "jane",
                  "--permissions",
                  "mdm.view_enrolleddevice,mdm.view_auditentry",
                  "--inactive",
                  "--token-expiry",
                  "2027-01-31"))
          .isZero();
      assertThat(server.asked().get(0))
          .contains("\"username\":\"jane\"")
          .contains("[\"mdm.view_enrolleddevice\",\"mdm.view_auditentry\"]")
          .contains("\"active\":false")
          .contains("\"token_expiry\":\"2027-01-31\"");
    }
  }

  @Test
  void whatTheServerRefusesExitsWith1AndSaysWhy() {
    try (RunningControls server = new RunningControls(home)) {
      assertThat(run("enrollment", "create", "x", "--quota", "-1")).isEqualTo(1);
      assertThat(run("enrollment", "revoke", "7")).isEqualTo(1);
      assertThat(server.asked()).isEmpty();
    }
    assertThat(err.toString())
        .contains("quota: Must be positive.")
        .contains("Refused: there is no number 7");
  }

  @Test
  void aHomeThatIsHeldButCantBeAskedIsRefused() {
    try (OpenLog held = OpenLog.at(home)) {
      assertThat(held.log().head()).isZero();
      assertThat(run("status")).isEqualTo(1);
    }
    assertThat(err.toString()).contains("open but can't be asked");
  }

  @Test
  void whatAServerLeftBehindThatWasKilledDoesNoHarm() throws IOException {
    Files.writeString(
        home.resolve("control.json"), "{\"address\":\"http://127.0.0.1:1\",\"token\":\"old\"}");

    assertThat(run("status")).isZero();
    assertThat(err.toString()).contains("No Daybook runs on");
  }

  @Test
  void filesThatCantBeOpenedAreToldInASentence() throws IOException {
    Files.writeString(home.resolve("application.yml"), "daybook.cached_aggregates: 0");

    assertThat(run("status")).isEqualTo(1);
    assertThat(err.toString())
        .contains("daybook.cached_aggregates must be at least 1")
        .doesNotContain("\tat ");
  }

  @Test
  void aHomeThatIsNotThereIsRefused() {
    home = home.resolve("nowhere");

    assertThat(run("status")).isEqualTo(1);
    assertThat(err.toString()).contains("is not there");
  }

  private int run(String... args) {
    CommandLine line = DaybookCommand.line();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all = new String[args.length + 2];
    all[0] = "--home";
    all[1] = home.toString();
    System.arraycopy(args, 0, all, 2, args.length);
    return line.execute(all);
  }
}
