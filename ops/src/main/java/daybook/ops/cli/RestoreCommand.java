// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import daybook.ops.backup.BackupRefused;
import daybook.ops.backup.Restore;
import daybook.ops.backup.Restore.Restored;
import daybook.ops.control.HomeSettings;
import daybook.ops.http.ApiJson;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a home of a backup. */
@Command(
    name = "restore",
    description = {
      "Fill an empty home, or the empty databases that its application.yml names, from a backup.",
      "Put the master key there first: master.key in the home, or DAYBOOK_MASTER_KEY.",
      "The backup is judged before anything is written; a restore that was interrupted goes on."
    })
final class RestoreCommand implements Callable<Integer> {
  @ParentCommand private DaybookCommand daybook;
  @Spec private CommandSpec spec;
  @Mixin private BackupPlace place;

  @Override
  public Integer call() {
    Printer printer = daybook.printer();
    ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
    try {
      Restored restored =
          new Restore(place.files(spec), HomeSettings.target(daybook.home()))
              .run(printer.isJson() ? (s, i, h) -> {} : bar::show);
      bar.end();
      printer.facts(ApiJson.MAPPER.valueToTree(restored));
      if (!printer.isJson()) {
        printer.line("It is whole. Start the server on it, and never the former one again.");
      }
      return 0;
    } catch (BackupRefused e) {
      throw new Refused(e.getMessage());
    } finally {
      bar.end();
    }
  }
}
