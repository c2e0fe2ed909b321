// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import daybook.ops.http.ApiJson;
import daybook.ops.keys.KeysUnusable;
import daybook.ops.log.Copying;
import daybook.ops.log.Copying.Copied;
import daybook.ops.log.Copying.Place;
import daybook.ops.log.HomeInUse;
import daybook.ops.log.store.LogCopy;
import daybook.ops.postgres.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Moves log and keys between SQLite and PostgreSQL while no server runs. */
@Command(
    name = "copy-log",
    description = {
      "Copy log and keys as stored bytes into another place, while no server runs.",
      "A place is a folder with log.db and keys.db, or a URL, jdbc:postgresql://HOST/DATABASE?…",
      "What was begun goes on where it stood; at the end all of it is compared."
    })
final class CopyLogCommand implements Callable<Integer> {
  private static final String URL = "jdbc:postgresql:";

  @ParentCommand private DaybookCommand daybook;
  @Spec private CommandSpec spec;

  @Option(names = "--from", required = true, paramLabel = "PLACE", description = "Copy from here.")
  private String from;

  @Option(names = "--to", required = true, paramLabel = "PLACE", description = "Copy to here.")
  private String to;

  @Option(
      names = "--from-keys",
      paramLabel = "PLACE",
      description = "The keys are here (default: with the log).")
  private String fromKeys;

  @Option(
      names = "--to-keys",
      paramLabel = "PLACE",
      description = "The keys go here (default: with the log).")
  private String toKeys;

  @Override
  public Integer call() throws IOException {
    Place source = place(from, fromKeys == null ? from : fromKeys);
    Place target = place(to, toKeys == null ? to : toKeys);
    if (source.logUrl().isEmpty() && Files.notExists(source.folder().resolve("log.db"))) {
      throw new Refused("There is no log.db in " + source.folder() + ".");
    }
    Printer printer = daybook.printer();
    ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
    try {
      Copied copied = Copying.run(source, target, printer.isJson() ? (s, i, h) -> {} : bar::show);
      bar.end();
      printer.facts(ApiJson.MAPPER.valueToTree(copied));
      return 0;
    } catch (LogCopy.Mismatch | KeysUnusable | HomeInUse | Postgres.InUse e) {
      throw new Refused(e.getMessage());
    } catch (SQLException e) {
      throw new Refused("The copy can't go on: " + e.getMessage());
    } finally {
      bar.end();
    }
  }

  /** The folder is the home's, where log or keys are not files. */
  private Place place(String log, String keys) {
    boolean logThere = log.startsWith(URL);
    boolean keysThere = keys.startsWith(URL);
    if (!logThere && !keysThere && !folder(log).equals(folder(keys))) {
      throw new ParameterException(
          spec.commandLine(), "log.db and keys.db of one Daybook lie in one folder");
    }
    Path files = logThere ? keysThere ? daybook.home() : folder(keys) : folder(log);
    return new Place(logThere ? log : "", keysThere ? keys : "", files);
  }

  private static Path folder(String place) {
    return Path.of(place).toAbsolutePath().normalize();
  }
}
