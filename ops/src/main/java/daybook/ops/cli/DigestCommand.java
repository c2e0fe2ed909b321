// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A hash over what each view holds: equal before and after a rebuild. */
@Command(name = "digest", description = "Show a hash over what each view holds.")
final class DigestCommand implements Callable<Integer> {
  @ParentCommand private DaybookCommand daybook;

  @Parameters(arity = "0..1", paramLabel = "VIEW", description = "Which view (default: all).")
  private String view;

  @Override
  public Integer call() {
    daybook
        .printer()
        .table(daybook.daybooks().ask("digests", Names.view(view)), "view", "position", "sha256");
    return 0;
  }
}
