// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * Copies a log into another database as stored bytes: order, ids and leaves are the same. What was
 * begun goes on where it stood. Nobody else may have either open.
 */
public final class LogCopy implements AutoCloseable {
  private static final int BATCH = 2_000;

  /** Is told how far it is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * @param step what is being done, in a word
     * @param head the index of the last event
     */
    void at(String step, long index, long head);
  }

  /** The two don't belong together. The message is a sentence. */
  public static final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Mismatch(String sentence) {
      super(sentence);
    }
  }

  private final LogTable from;
  private final LogTable to;

  private LogCopy(LogTable from, LogTable to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Opens both; makes the second when it isn't there.
   *
   * @param fromUrl of PostgreSQL; empty: SQLite, in {@code fromFile}
   */
  public static LogCopy open(String fromUrl, Path fromFile, String toUrl, Path toFile)
      throws SQLException {
    LogTable from = LogTable.open(fromUrl, fromFile);
    try {
      return new LogCopy(from, LogTable.open(toUrl, toFile));
    } catch (SQLException | RuntimeException e) {
      from.close();
      throw e;
    }
  }

  /**
   * Copies what is missing, and compares all of it afterwards.
   *
   * @return how many events both have
   * @throws Mismatch when the other log has another past
   */
  public long run(Progress progress) throws SQLException {
    try (LogStatements source = from.reader();
        LogStatements copy = to.reader()) {
      long head = from.head().index();
      long done = to.head().index();
      if (done > head || !same(source, copy, Math.max(1, done), (int) Math.min(done, 1))) {
        throw new Mismatch("The log that is copied to has another past; choose an empty one.");
      }
      while (done < head) {
        done = copyAfter(source, done);
        progress.at("copied", done, head);
      }
      for (long index = 0; index < head; index = Math.min(head, index + BATCH)) {
        if (!same(source, copy, index + 1, BATCH)) {
          throw new Mismatch(
              "The copy differs from the log after event %d; delete it and copy again."
                  .formatted(index));
        }
        progress.at("compared", Math.min(head, index + BATCH), head);
      }
      return head;
    }
  }

  private long copyAfter(LogStatements source, long done) throws SQLException {
    List<StoredEvent> rows = source.after(done, BATCH);
    try {
      if (to.append(List.of(rows)) != done) {
        throw new Mismatch("Somebody else writes into the log that is copied to.");
      }
    } catch (Guilty e) {
      throw new Mismatch("The log can't be copied: " + e.getCause().getMessage());
    }
    return done + rows.size();
  }

  /** Whether up to {@code count} rows from an index on are the same here and there. */
  private static boolean same(LogStatements source, LogStatements copy, long index, int count)
      throws SQLException {
    List<StoredEvent> mine = source.after(index - 1, count);
    List<StoredEvent> others = copy.after(index - 1, count);
    boolean same = mine.size() == others.size();
    for (int i = 0; same && i < mine.size(); i++) {
      same =
          mine.get(i).index() == others.get(i).index()
              && mine.get(i).index() == index + i
              && Arrays.equals(MerkleLeaf.of(mine.get(i)), MerkleLeaf.of(others.get(i)));
    }
    return same;
  }

  @Override
  public void close() throws SQLException {
    try {
      from.close();
    } finally {
      to.close();
    }
  }
}
