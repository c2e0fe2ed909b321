// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** How Daybook stands. */
@Command(name = "status", description = "Show how the log and the views stand.")
final class StatusCommand implements Callable<Integer> {
  @ParentCommand private DaybookCommand daybook;

  @Override
  public Integer call() {
    JsonNode status = daybook.daybooks().ask("status", Map.of());
    Printer printer = daybook.printer();
    if (printer.isJson()) {
      printer.facts(status);
      return 0;
    }
    printer.line("events  " + status.path("events").asString());
    printer.line("clock   " + status.path("clock").asString());
    printer.table(
        status.path("views"), "name", "generation", "position", "head", "parked", "building");
    return 0;
  }
}
