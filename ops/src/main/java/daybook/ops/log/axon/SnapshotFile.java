// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import daybook.ops.log.store.LogStore;
import daybook.ops.log.store.StoredEvent;
import daybook.ops.sqlite.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code cache.db}: the newest snapshot of each aggregate. Disposable: it is thrown away when it
 * belongs to another log or can't be read, and a snapshot counts only while the log holds the very
 * event that was its last.
 */
final class SnapshotFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotFile.class);

  private final LogStore log;
  private final Map<String, String> revisions;
  private final Connection connection;

  private SnapshotFile(LogStore log, Map<String, String> revisions, Connection connection) {
    this.log = log;
    this.revisions = Map.copyOf(revisions);
    this.connection = connection;
  }

  /**
   * @param revisions the present revision of each type of aggregate, by class name
   */
  static SnapshotFile open(Path file, LogStore log, Map<String, String> revisions)
      throws SQLException, IOException {
    try {
      Connection connection = connect(file);
      if (log.id().equals(owner(connection, log.id()))) {
        return new SnapshotFile(log, revisions, connection);
      }
      connection.close();
      LOG.info("The cache belongs to another log and is made anew.");
    } catch (SQLException e) {
      LOG.info("The cache can't be read and is made anew: {}", e.getMessage());
    }
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
    }
    Connection connection = connect(file);
    owner(connection, log.id());
    return new SnapshotFile(log, revisions, connection);
  }

  private static Connection connect(Path file) throws SQLException {
    Connection connection = Sqlite.disposable(file);
    Sqlite.run(
        connection,
        "CREATE TABLE IF NOT EXISTS owner (log TEXT NOT NULL)",
        """
        CREATE TABLE IF NOT EXISTS snapshot (
          stream TEXT PRIMARY KEY,
          type TEXT NOT NULL,
          revision TEXT NOT NULL,
          sequence INTEGER NOT NULL,
          event_id TEXT NOT NULL,
          time INTEGER NOT NULL,
          state BLOB NOT NULL
        ) STRICT
        """);
    return connection;
  }

  private static String owner(Connection connection, String log) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO owner SELECT '" + log + "' WHERE NOT EXISTS (SELECT 1 FROM owner)");
      try (ResultSet rows = statement.executeQuery("SELECT log FROM owner")) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  /**
   * Keeps the state of a stream after one of its events.
   *
   * @param sequence that event's
   */
  synchronized void keep(String stream, long sequence, SerializedObject<byte[]> state) {
    Optional<String> last = eventId(stream, sequence);
    if (last.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT OR REPLACE INTO snapshot VALUES (?,?,?,?,?,?,?)")) {
      statement.setString(1, stream);
      statement.setString(2, state.getType().getName());
      statement.setString(3, state.getType().getRevision());
      statement.setLong(4, sequence);
      statement.setString(5, last.get());
      statement.setLong(6, 0);
      statement.setBytes(7, state.getData());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot keep a snapshot", e);
    }
  }

  /** The snapshot of a stream, if there is one that this code made of this log. */
  synchronized Optional<DomainEventData<byte[]>> find(String stream) {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT type, revision, sequence, event_id, time, state FROM snapshot"
                + " WHERE stream = ?")) {
      statement.setString(1, stream);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()
            || !rows.getString(2).equals(revisions.get(rows.getString(1)))
            || !eventId(stream, rows.getLong(3)).equals(Optional.of(rows.getString(4)))) {
          return Optional.empty();
        }
        return Optional.of(
            new GenericDomainEventEntry<>(
                rows.getString(1),
                stream,
                rows.getLong(3),
                rows.getString(4),
                Instant.ofEpochMilli(rows.getLong(5)),
                rows.getString(1),
                rows.getString(2),
                rows.getBytes(6),
                new byte[0]));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read a snapshot", e);
    }
  }

  /** The sequence of the event after which a stream's snapshot was taken; -1 when it has none. */
  long sequence(String stream) {
    return find(stream).map(DomainEventData::getSequenceNumber).orElse(-1L);
  }

  private Optional<String> eventId(String stream, long sequence) {
    return log.stream(stream, sequence, 1).stream()
        .filter(row -> row.sequence() == sequence)
        .map(StoredEvent::eventId)
        .findFirst();
  }

  @Override
  public synchronized void close() throws SQLException {
    connection.close();
  }
}
