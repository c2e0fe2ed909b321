// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line's entry. Exits with 0, with 1 when refused, with 2 when used wrongly. */
@Command(
    name = "daybook",
    description =
        "Operates a Daybook: asks the running server, or opens its files while none runs.",
    mixinStandardHelpOptions = true,
    subcommands = {
      StatusCommand.class,
      RebuildCommand.class,
      DigestCommand.class,
      ParkedCommand.class,
      AccountCommand.class,
      EnrollmentCommand.class,
      AuthorityCommand.class,
      ClockCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      QuarantineCommand.class,
      StrayCommand.class,
      CopyLogCommand.class,
      CommandLine.HelpCommand.class
    })
public final class DaybookCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the answer as JSON.")
  private boolean json;

  @Option(
      names = "--home",
      scope = ScopeType.INHERIT,
      paramLabel = "FOLDER",
      description = "The folder with everything (default: $DAYBOOK_HOME, else ./data).")
  private Path home;

  public static void main(String[] args) {
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(System.out, Charset.defaultCharset()), true);
    // Standard output is for answers alone; what the log of opened files says goes elsewhere.
    System.setOut(System.err);
    System.exit(line().setOut(out).execute(args));
  }

  static CommandLine line() {
    return new CommandLine(new DaybookCommand())
        .setExecutionExceptionHandler(refusals())
        .setExecutionStrategy(new CommandLine.RunLast());
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
  }

  /** Where to ask. */
  Daybooks daybooks() {
    return new Daybooks(home(), spec.commandLine().getErr());
  }

  Printer printer() {
    PrintWriter out = spec.root().commandLine().getOut();
    return new Printer(out, json);
  }

  /** The folder with everything. */
  Path home() {
    String usual = System.getenv("DAYBOOK_HOME");
    Path folder = home != null ? home : Path.of(usual == null || usual.isEmpty() ? "data" : usual);
    return folder.toAbsolutePath().normalize();
  }

  private static IExecutionExceptionHandler refusals() {
    return (problem, line, parsed) -> {
      if (problem instanceof Refused) {
        line.getErr().println(problem.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
      }
      throw problem;
    };
  }
}
