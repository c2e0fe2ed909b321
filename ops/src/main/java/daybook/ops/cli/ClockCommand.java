// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The server's clock, which it no longer trusts after a jump. */
@Command(name = "clock", description = "Tell the server that its clock is right.")
final class ClockCommand implements Runnable {
  @ParentCommand private DaybookCommand daybook;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "confirm?");
  }

  @Command(name = "confirm", description = "The clock is right as it is: answer again.")
  int confirm() {
    daybook.printer().facts(daybook.daybooks().ask("clock/confirm", Map.of()));
    return 0;
  }
}
