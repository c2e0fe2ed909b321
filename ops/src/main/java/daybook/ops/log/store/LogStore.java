// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;

/** The open log, rows as stored. One process may have it open for writing at one time. */
public final class LogStore implements LogSource, AutoCloseable {
  private static final long TAIL_BYTES = 16 << 20;

  private final String id;
  private final Optional<BackupMark> mark;
  private final LogWriter writer;
  private final GroupCommit commits;
  private final LogReaders readers;
  private final Tail tail;

  private LogStore(
      String id,
      Optional<BackupMark> mark,
      LogWriter writer,
      GroupCommit commits,
      LogReaders readers,
      Tail tail) {
    this.id = id;
    this.mark = mark;
    this.writer = writer;
    this.commits = commits;
    this.readers = readers;
    this.tail = tail;
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
    LogTable table = LogTable.open(url, file);
    Optional<BackupMark> mark = table.mark();
    Tail tail = new Tail(TAIL_BYTES);
    LogWriter writer = new LogWriter(table, tail);
    GroupCommit commits = new GroupCommit(writer, limits, groupSize);
    commits.start();
    return new LogStore(table.id(), mark, writer, commits, new LogReaders(table::reader), tail);
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

  /** The index of the newest durable event, 0 when there is none. */
  @Override
  public long head() {
    return writer.head();
  }

  /** The time of the newest durable event, or the epoch when there is none. */
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
    readers.close();
    writer.close();
  }
}
