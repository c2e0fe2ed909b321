// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Makes a backup of log and keys, while the server runs or not. */
@Command(
    name = "backup",
    description = {
      "Copy the log, and then the keys, into two files, while the server runs or not.",
      "Of a former backup in the same place only new events are copied; all of it is compared.",
      "The master key is in neither of them: keep it elsewhere."
    })
final class BackupCommand implements Callable<Integer> {
  @ParentCommand private DaybookCommand daybook;
  @Spec private CommandSpec spec;
  @Mixin private BackupPlace place;

  @Override
  public Integer call() {
    Printer printer = daybook.printer();
    ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
    Map<String, String> asked =
        Map.of(
            "log", place.files(spec).log().toString(), "keys", place.files(spec).keys().toString());
    JsonNode made;
    try {
      made =
          daybook
              .daybooks()
              .ask("backup", asked, printer.isJson() ? step -> {} : step -> show(bar, step));
    } finally {
      bar.end();
    }
    printer.facts(made);
    if (!printer.isJson()) {
      printer.line(
          "The master key is not in the backup, and without it the backup can't be used. It is "
              + made.path("master_key").asString()
              + ": keep a copy of it elsewhere.");
    }
    return 0;
  }

  private static void show(ProgressBar bar, JsonNode step) {
    bar.show(step.path("step").asString(), step.path("index").asLong(), step.path("head").asLong());
  }
}
