// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The open log, rows as stored. One process may have it open for writing at one time, or several
 * that all know of it; then each follows what the others write.
 */
public final class LogStore implements LogSource, AutoCloseable {
  private static final long TAIL_BYTES = 16 << 20;

  private final String id;
  private final Optional<BackupMark> mark;
  private final LogWriter writer;
  private final GroupCommit commits;
  private final LogReaders readers;
  private final Tail tail;
  private final Optional<Following> following;

  private LogStore(LogTable table, Tail tail, GroupCommit.Limits limits, IntConsumer groupSize)
      throws SQLException {
    this.id = table.id();
    this.mark = table.mark();
    this.tail = tail;
    this.readers = new LogReaders(table::reader);
    this.writer = new LogWriter(table, tail, readers);
    this.commits = new GroupCommit(writer, limits, groupSize);
    this.following =
        table
            .others()
            .map(signals -> new Following(signals, writer::catchUp, commits::wakeListeners));
  }

  /**
   * Opens the log, and makes it when there is none.
   *
   * @param url of PostgreSQL; empty: SQLite
   * @param file of SQLite
   * @param groupSize is told the number of requests of each group
   */
  public static LogStore open(
      String url, Path file, GroupCommit.Limits limits, IntConsumer groupSize) throws SQLException {
    return open(url, file, "", limits, groupSize);
  }

  /**
   * The same.
   *
   * @param node this node's name, where others may write too; empty: this one has it for itself
   */
  public static LogStore open(
      String url, Path file, String node, GroupCommit.Limits limits, IntConsumer groupSize)
      throws SQLException {
    LogStore store =
        new LogStore(LogTable.open(url, file, node), new Tail(TAIL_BYTES), limits, groupSize);
    store.commits.start();
    store.following.ifPresent(Following::start);
    return store;
  }

  /** Whether other nodes may write it too. */
  public boolean isShared() {
    return following.isPresent();
  }

  /** Takes what other nodes have written until now. */
  public void catchUp() {
    if (isShared() && writer.catchUp()) {
      commits.wakeListeners();
    }
  }

  /** Tells each row that another node wrote, in order, before it counts as known. */
  public void onOthers(Consumer<StoredEvent> listener) {
    writer.onOthers(listener);
  }

  /** The random id that was given to this log when it was made. */
  public String id() {
    return id;
  }

  public GroupCommit commits() {
    return commits;
  }

  /** The mark of the backup from which this log was restored. */
  @Override
  public Optional<BackupMark> mark() {
    return mark;
  }

  /** The index of the newest durable event that is known here, 0 when there is none. */
  @Override
  public long head() {
    return writer.head();
  }

  /** The time of that event, or the epoch when there is none. */
  public Instant headTime() {
    return Instant.ofEpochMilli(writer.headTime());
  }

  /** Up to {@code limit} rows with an index above {@code index}, in order. */
  @Override
  public List<StoredEvent> after(long index, int limit) {
    return tail.after(index, head(), limit)
        .orElseGet(() -> readers.read(log -> log.after(index, limit)));
  }

  /** Up to {@code limit} rows of a stream from a sequence on, in order. */
  public List<StoredEvent> stream(String stream, long fromSequence, int limit) {
    return tail.stream(stream, fromSequence, limit)
        .filter(rows -> !isShared() || rows.size() == limit)
        .orElseGet(() -> readers.read(log -> log.stream(stream, fromSequence, limit)));
  }

  public Optional<StoredEvent> at(long index) {
    return readers.read(log -> log.at(index)).stream().findFirst();
  }

  /** All rows that name dropped keys, in order. */
  public List<StoredEvent> shredded() {
    return readers.read(LogStatements::shredded);
  }

  /** The sequence of a stream's last event, empty when it has none. */
  public OptionalLong lastSequence(String stream) {
    return readers.read(log -> log.lastSequence(stream));
  }

  /** Calls {@code wake} after each durable group, on a thread that must not wait. */
  public AutoCloseable onAppend(Runnable wake) {
    return commits.onAppend(wake);
  }

  @Override
  public void close() throws SQLException {
    commits.close();
    if (following.isPresent()) {
      following.get().close();
    }
    readers.close();
    writer.close();
  }
}
