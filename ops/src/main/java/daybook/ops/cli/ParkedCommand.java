// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Events that could not be folded, and all that waits behind them. */
@Command(name = "parked", description = "List documents that wait behind a failed event, or retry.")
final class ParkedCommand implements Runnable {
  @ParentCommand private DaybookCommand daybook;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "list or retry?");
  }

  @Command(name = "list", description = "List what is parked.")
  int list(
      @Parameters(arity = "0..1", paramLabel = "VIEW", description = "Which view (default: all).")
          String view) {
    daybook
        .printer()
        .table(daybook.daybooks().ask("parked", Names.view(view)), "view", "key", "index", "error");
    return 0;
  }

  /** Folds what is parked again; exits with 1 when something still is. */
  @Command(name = "retry", description = "Fold what is parked again.")
  int retry(
      @Parameters(arity = "0..1", paramLabel = "VIEW", description = "Which view (default: all).")
          String view) {
    JsonNode left = daybook.daybooks().ask("parked/retry", Names.view(view));
    daybook.printer().facts(left);
    return left.valueStream().mapToInt(JsonNode::asInt).sum() == 0 ? 0 : 1;
  }
}
