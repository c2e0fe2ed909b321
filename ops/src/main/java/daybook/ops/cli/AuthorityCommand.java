// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The certificate authorities that issue the devices' identities. */
@Command(name = "ca", description = "The authorities that issue the devices' identities.")
final class AuthorityCommand implements Runnable {
  @ParentCommand private DaybookCommand daybook;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "list, export, rollover or retire?");
  }

  @Command(
      name = "list",
      description = "List all authorities, and how many devices hold an identity of each.")
  int list() {
    JsonNode authorities = daybook.daybooks().ask("authorities", Map.of());
    daybook
        .printer()
        .table(authorities, "name", "state", "devices", "not_after", "retired_at", "subject");
    return 0;
  }

  @Command(
      name = "export",
      description = "Print the certificates of all trusted authorities as PEM, for a proxy.")
  int export(
      @Parameters(
              arity = "0..1",
              paramLabel = "NAME",
              description = "Of this authority alone, trusted or not.")
          String name) {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("name", name);
    JsonNode found = daybook.daybooks().ask("authorities/export", asked);
    if (daybook.printer().isJson()) {
      daybook.printer().facts(found);
    } else {
      daybook.printer().line(found.path("pem").asString().stripTrailing());
    }
    return 0;
  }

  @Command(
      name = "rollover",
      description =
          "Make a new authority, which issues from now on; all others stay trusted, and what they"
              + " issued is renewed.")
  int rollOver() {
    daybook.printer().facts(daybook.daybooks().ask("authorities/rollover", Map.of()));
    return 0;
  }

  @Command(
      name = "retire",
      description = "End the trust in an authority for good; refused while devices need it.")
  int retire(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
    daybook.printer().facts(daybook.daybooks().ask("authorities/retire", Map.of("name", name)));
    return 0;
  }
}
