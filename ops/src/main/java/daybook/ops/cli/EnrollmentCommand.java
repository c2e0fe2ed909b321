// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Enrollment configurations: the links by which devices get in. */
@Command(name = "enrollment", description = "Create, list and revoke enrollment links.")
final class EnrollmentCommand implements Runnable {
  @ParentCommand private DaybookCommand daybook;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "create, list or revoke?");
  }

  @Command(name = "create", description = "Create an enrollment link, which is shown this once.")
  int create(
      @Parameters(paramLabel = "NAME", description = "What it is for.") String name,
      @Option(
              names = "--quota",
              paramLabel = "N",
              description = "How many devices may enroll with it (default: any number).")
          Integer quota,
      @Option(
              names = "--expires",
              paramLabel = "TIME",
              description = "When it ends, like 2027-01-31 (UTC; default: never).")
          String expires) {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("name", name);
    asked.put("quota", quota);
    asked.put("expires", expires);
    daybook.printer().facts(daybook.daybooks().ask("enrollments/create", asked));
    return 0;
  }

  @Command(name = "list", description = "List all enrollment links, without their secrets.")
  int list() {
    JsonNode configurations = daybook.daybooks().ask("enrollments", Map.of());
    daybook
        .printer()
        .table(
            configurations,
            "number",
            "name",
            "quota",
            "reserved",
            "open_sessions",
            "expires_at",
            "revoked_at");
    return 0;
  }

  @Command(name = "revoke", description = "Revoke an enrollment link: no new device gets in by it.")
  int revoke(@Parameters(paramLabel = "NUMBER", description = "Its number.") int number) {
    daybook.printer().facts(daybook.daybooks().ask("enrollments/revoke", Map.of("number", number)));
    return 0;
  }
}
