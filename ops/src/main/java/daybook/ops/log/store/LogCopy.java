// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Copies a log into another database as stored bytes: order, ids and leaves are the same. What was
 * begun goes on where it stood. Nobody else may write into the second.
 */
public final class LogCopy implements AutoCloseable {
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

  /**
   * What both have.
   *
   * @param events how many
   * @param tree the hash over all their leaves, in hexadecimal
   */
  public record Copied(long events, String tree) {}

  private final LogSource from;
  private final LogTable to;
  private final TableSource owned; // null: somebody else closes it

  private LogCopy(LogSource from, LogTable to, TableSource owned) {
    this.from = from;
    this.to = to;
    this.owned = owned;
  }

  /**
   * Opens both; makes the second when it isn't there.
   *
   * @param fromUrl of PostgreSQL; empty: SQLite, in {@code fromFile}
   */
  public static LogCopy open(String fromUrl, Path fromFile, String toUrl, Path toFile)
      throws SQLException {
    TableSource from = TableSource.open(fromUrl, fromFile);
    try {
      return new LogCopy(from, LogTable.open(toUrl, toFile), from);
    } catch (SQLException | RuntimeException e) {
      from.close();
      throw e;
    }
  }

  /** Opens the second, and makes it when it isn't there. */
  public static LogCopy open(LogSource from, String toUrl, Path toFile) throws SQLException {
    return new LogCopy(from, LogTable.open(toUrl, toFile), null);
  }

  /** How many events the second has. */
  public long done() throws SQLException {
    return to.head().index();
  }

  /** The mark of the second. */
  public Optional<BackupMark> mark() throws SQLException {
    return to.mark();
  }

  /** Marks the second. */
  public void mark(BackupMark mark) throws SQLException {
    to.mark(mark);
  }

  /** Gives the second the mark of the first, if it has one. */
  public void keepMark() throws SQLException {
    Optional<BackupMark> mark = from.mark();
    if (mark.isPresent()) {
      to.mark(mark.get());
    }
  }

  /**
   * Copies what is missing, and compares all of it afterwards.
   *
   * @throws Mismatch when the other log has another past
   */
  public Copied run(Progress progress) throws SQLException {
    try (LogStatements copy = to.reader()) {
      long head = from.head();
      long done = done();
      if (done > head || (done > 0 && !isSame(from.after(done - 1, 1), copy.after(done - 1, 1)))) {
        throw new Mismatch("The log that is copied to has another past; choose an empty one.");
      }
      BatchSize size = new BatchSize();
      while (done < head) {
        List<StoredEvent> rows = from.after(done, (int) Math.min(size.rows(), head - done));
        done = append(rows, done);
        size.learn(rows);
        progress.at("copied", done, head);
      }
      return new Copied(head, compare(copy, head, progress));
    }
  }

  private long append(List<StoredEvent> rows, long done) throws SQLException {
    try {
      if (rows.isEmpty() || to.append(List.of(rows)) != done) {
        throw new Mismatch("Somebody else writes into the log that is copied to.");
      }
    } catch (Guilty e) {
      throw new Mismatch("The log can't be copied: " + e.getCause().getMessage());
    }
    return done + rows.size();
  }

  private String compare(LogStatements copy, long head, Progress progress) throws SQLException {
    MerkleTree tree = new MerkleTree();
    BatchSize size = new BatchSize();
    for (long index = 0; index < head; ) {
      int count = (int) Math.min(size.rows(), head - index);
      List<StoredEvent> rows = from.after(index, count);
      if (rows.size() != count
          || rows.get(0).index() != index + 1
          || !isSame(rows, copy.after(index, count))) {
        throw new Mismatch(
            "The copy differs from the log after event %d; delete it and copy again."
                .formatted(index));
      }
      rows.forEach(row -> tree.add(MerkleLeaf.of(row)));
      size.learn(rows);
      index += count;
      progress.at("compared", index, head);
    }
    return tree.root();
  }

  private static boolean isSame(List<StoredEvent> mine, List<StoredEvent> others) {
    boolean same = mine.size() == others.size();
    for (int i = 0; same && i < mine.size(); i++) {
      same =
          mine.get(i).index() == others.get(i).index()
              && mine.get(i).index() == mine.get(0).index() + i
              && Arrays.equals(MerkleLeaf.of(mine.get(i)), MerkleLeaf.of(others.get(i)));
    }
    return same;
  }

  @Override
  public void close() throws SQLException {
    try {
      if (owned != null) {
        owned.close();
      }
    } finally {
      to.close();
    }
  }
}
