// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Devices with a certificate of ours that the log doesn't know. */
@Command(
    name = "stray",
    description = "List devices that enrolled after the restored backup was made, or adopt one.")
final class StrayCommand implements Runnable {
  @ParentCommand private DaybookCommand daybook;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "list or adopt?");
  }

  @Command(name = "list", description = "List them, the last seen first.")
  int list() {
    daybook
        .printer()
        .table(
            daybook.daybooks().ask("strays", Map.of()),
            "certificate",
            "subject",
            "enrollment",
            "device",
            "other_names",
            "first_seen_at",
            "last_seen_at",
            "times",
            "adopted_at");
    return 0;
  }

  @Command(name = "adopt", description = "Let the device in with the certificate that it has.")
  int adopt(
      @Parameters(paramLabel = "SHA256", description = "Its certificate, as 'list' tells it.")
          String certificate) {
    daybook
        .printer()
        .facts(daybook.daybooks().ask("strays/adopt", Map.of("certificate", certificate)));
    return 0;
  }
}
