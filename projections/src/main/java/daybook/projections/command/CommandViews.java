// SPDX-License-Identifier: Apache-2.0
package daybook.projections.command;

import daybook.domain.command.CommandId;
import daybook.projections.ViewReader;
import daybook.projections.store.Query;
import daybook.projections.store.Query.Comparison;
import java.util.List;
import java.util.Optional;

/** Reads the commands of devices' own channels, without those that were taken back. */
public final class CommandViews {
  private final ViewReader<CommandView> reader;

  public CommandViews(ViewReader<CommandView> reader) {
    this.reader = reader;
  }

  public Optional<CommandView> find(CommandId command) {
    return reader.find(shown().and(CommandFold.COMMAND, Comparison.EQUAL, command.value())).stream()
        .findFirst();
  }

  /** Up to {@code limit} commands from the {@code offset}th on, the newest first. */
  public List<CommandView> page(CommandQuery wanted, int limit, long offset) {
    return reader.find(
        query(wanted).orderBy(true, CommandFold.QUEUED, CommandFold.COMMAND).page(limit, offset));
  }

  public long count(CommandQuery wanted) {
    return reader.count(query(wanted));
  }

  private static Query query(CommandQuery wanted) {
    Query query = shown();
    query = equal(query, CommandFold.STREAM, wanted.stream());
    return equal(query, CommandFold.NAME, wanted.name());
  }

  private static Query shown() {
    return Query.equal(CommandFold.SHOWN, 1);
  }

  private static Query equal(Query query, String column, String value) {
    return value == null ? query : query.and(column, Comparison.EQUAL, value);
  }
}
