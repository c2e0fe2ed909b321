// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Accounts of operators and programs. */
@Command(name = "account", description = "Accounts and their API tokens.")
final class AccountCommand implements Runnable {
  @ParentCommand private DaybookCommand daybook;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "create, token, revoke, deactivate, activate or list?");
  }

  @Command(
      name = "create",
      description = "Create an account with an API token, which is shown this once.")
  int create(
      @Parameters(paramLabel = "NAME", description = "Its user name.") String name,
      @Option(
              names = "--permissions",
              split = ",",
              paramLabel = "a,b",
              description = "What it may, for example mdm.view_enrolleddevice.")
          List<String> permissions,
      @Option(names = "--administrator", description = "It may everything.") boolean administrator,
      @Option(names = "--service", description = "It is a program's: no password.") boolean service,
      @Option(names = "--inactive", description = "It may nothing yet.") boolean inactive,
      @Option(
              names = "--token-expiry",
              paramLabel = "TIME",
              description = "When its token ends, like 2027-01-31T12:00:00 (UTC).")
          String expiry,
      @Option(names = "--token-name", paramLabel = "TEXT", description = "What the token is for.")
          String tokenName,
      @Option(
              names = "--password-stdin",
              description = "Read its password from the first line of the input.")
          boolean password)
      throws IOException {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("username", name);
    asked.put("permissions", permissions == null ? List.of() : permissions);
    asked.put("administrator", administrator);
    asked.put("service", service);
    asked.put("active", !inactive);
    asked.put("token_expiry", expiry);
    asked.put("token_name", tokenName);
    if (password) {
      asked.put("password", firstLine());
    }
    daybook.printer().facts(daybook.daybooks().ask("accounts/create", asked));
    return 0;
  }

  @Command(name = "token", description = "Issue one more API token, which is shown this once.")
  int token(
      @Parameters(paramLabel = "NAME", description = "The account's user name.") String name,
      @Option(names = "--token-expiry", paramLabel = "TIME", description = "When it ends (UTC).")
          String expiry,
      @Option(names = "--token-name", paramLabel = "TEXT", description = "What it is for.")
          String tokenName) {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("username", name);
    asked.put("token_expiry", expiry);
    asked.put("token_name", tokenName);
    daybook.printer().facts(daybook.daybooks().ask("accounts/token", asked));
    return 0;
  }

  @Command(name = "revoke", description = "End API tokens at once.")
  int revoke(
      @Parameters(paramLabel = "NAME", description = "The account's user name.") String name,
      @Option(names = "--token-name", paramLabel = "TEXT", description = "Those of this name.")
          String tokenName,
      @Option(names = "--all", description = "All that the account has.") boolean all) {
    if (all == (tokenName != null)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "either --token-name or --all must be given");
    }
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("username", name);
    asked.put("token_name", tokenName);
    asked.put("all", all);
    daybook.printer().facts(daybook.daybooks().ask("accounts/revoke", asked));
    return 0;
  }

  @Command(name = "deactivate", description = "Shut an account out: its pages and its tokens.")
  int deactivate(@Parameters(paramLabel = "NAME", description = "Its user name.") String name) {
    return setActive(name, false);
  }

  @Command(name = "activate", description = "Let an account in again.")
  int activate(@Parameters(paramLabel = "NAME", description = "Its user name.") String name) {
    return setActive(name, true);
  }

  private int setActive(String name, boolean active) {
    daybook
        .printer()
        .facts(
            daybook.daybooks().ask("accounts/active", Map.of("username", name, "active", active)));
    return 0;
  }

  @Command(name = "list", description = "List all accounts.")
  int list() {
    JsonNode accounts = daybook.daybooks().ask("accounts", Map.of());
    daybook
        .printer()
        .table(
            accounts,
            "username",
            "administrator",
            "service",
            "active",
            "permissions",
            "created_at");
    return 0;
  }

  private String firstLine() throws IOException {
    String line =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
    if (line == null || line.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--password-stdin: there is no password in the input");
    }
    return line;
  }
}
