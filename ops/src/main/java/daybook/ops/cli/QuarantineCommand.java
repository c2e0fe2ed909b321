// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The quarantine after a restore. */
@Command(
    name = "quarantine",
    description = "Show whether commands are held after a restore, which, and let them go.")
final class QuarantineCommand implements Callable<Integer> {
  @ParentCommand private DaybookCommand daybook;

  @Override
  public Integer call() {
    daybook.printer().facts(daybook.daybooks().ask("quarantine", Map.of()));
    return 0;
  }

  @Command(name = "list", description = "List the commands that are held, the oldest first.")
  int list() {
    daybook
        .printer()
        .table(
            daybook.daybooks().ask("quarantine/commands", Map.of()),
            "device",
            "channel",
            "request_type",
            "command",
            "queued_at");
    return 0;
  }

  @Command(name = "lift", description = "Let them go out, and wake their devices.")
  int lift(
      @Option(
              names = "--confirm",
              required = true,
              paramLabel = "N",
              description = "How many commands go out, as 'quarantine' tells.")
          int count) {
    daybook
        .printer()
        .facts(daybook.daybooks().ask("quarantine/lift", Map.of("confirm_count", count)));
    return 0;
  }

  @Command(
      name = "begin",
      description = {
        "Begin one after a restore by other means than 'restore', such as a copy of a disk:",
        "all that is queued now is held. Do it before the server is started again."
      })
  int begin() {
    daybook.printer().facts(daybook.daybooks().ask("quarantine/begin", Map.of()));
    return 0;
  }
}
