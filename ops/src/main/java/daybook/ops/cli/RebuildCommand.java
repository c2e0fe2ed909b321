// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Builds views again from the log; the server answers from the former build meanwhile. */
@Command(
    name = "rebuild",
    description = "Build a view, or all of them, again from the log, while the server answers.")
final class RebuildCommand implements Callable<Integer> {
  @ParentCommand private DaybookCommand daybook;
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "VIEW", description = "Which view (default: all).")
  private String view;

  @Override
  public Integer call() {
    Printer printer = daybook.printer();
    ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
    JsonNode digests;
    try {
      digests =
          daybook
              .daybooks()
              .ask("rebuild", Names.view(view), printer.isJson() ? step -> {} : bar::show);
    } finally {
      bar.end();
    }
    printer.table(digests, "view", "position", "sha256");
    return 0;
  }
}
