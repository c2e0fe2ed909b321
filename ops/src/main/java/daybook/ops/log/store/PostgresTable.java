// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import daybook.domain.Actor;
import daybook.ops.log.json.OriginJson;
import daybook.ops.postgres.Postgres;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The events in a database of PostgreSQL. A group's transaction takes the log's lock first, so that
 * the order of the index is the order of the commits; a connection that is lost is made anew with
 * the next group.
 */
final class PostgresTable implements LogTable {
  private static final String MAKE =
      """
      CREATE TABLE IF NOT EXISTS event (
        global_index BIGINT PRIMARY KEY,
        event_id TEXT COLLATE "C" NOT NULL UNIQUE,
        stream TEXT COLLATE "C" NOT NULL,
        kind TEXT NOT NULL,
        sequence BIGINT NOT NULL,
        time BIGINT NOT NULL,
        name TEXT NOT NULL,
        revision TEXT NOT NULL,
        payload BYTEA NOT NULL,
        metadata BYTEA NOT NULL,
        UNIQUE (stream, sequence)
      )
      """;
  private static final String INSERT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** Of each stream the last sequence, or null; beside them the head. */
  private static final String LAST =
      """
      SELECT s, (SELECT max(sequence) FROM event WHERE stream = s), h.global_index
      FROM unnest(?) s, (SELECT coalesce(max(global_index), 0) global_index FROM event) h
      """;

  private static final String LEASES =
      """
      CREATE TABLE IF NOT EXISTS lease (
        name TEXT PRIMARY KEY,
        node TEXT NOT NULL,
        term BIGINT NOT NULL,
        expires TIMESTAMPTZ NOT NULL
      )
      """;

  /** Nobody takes them over before this transaction has ended. */
  private static final String HOLDERS =
      "SELECT name, node FROM lease WHERE name = ANY (?) FOR SHARE";

  private static final String TAKEN = "SELECT event_id FROM event WHERE event_id = ANY (?)";

  /** Tells whoever listens that a transaction has added events, and by whom. */
  private static final String TELL = "SELECT pg_notify('" + PostgresSignals.CHANNEL + "', ?)";

  private final Postgres database;
  private final String node;
  private final String id;
  private Connection connection;

  /**
   * @param node this node's name, where others may write too; empty: this one has it for itself
   */
  PostgresTable(String url, String node) throws SQLException {
    this.database = new Postgres("daybook.log_url", url);
    this.node = node;
    this.connection = connect();
    try {
      Postgres.transaction(
          connection,
          () -> {
            Postgres.lock(connection, Postgres.Lock.LOG_ORDER);
            Postgres.run(
                connection,
                MAKE,
                "CREATE INDEX IF NOT EXISTS event_shredded ON event (global_index)"
                    + " WHERE name = 'DeviceShredded'",
                "CREATE TABLE IF NOT EXISTS identity (id TEXT NOT NULL)",
                "INSERT INTO identity SELECT '"
                    + LogIds.random()
                    + "' WHERE NOT EXISTS (SELECT 1 FROM identity)",
                LEASES);
          });
      try (PreparedStatement statement = connection.prepareStatement("SELECT id FROM identity");
          ResultSet rows = statement.executeQuery()) {
        rows.next();
        this.id = rows.getString(1);
      }
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private Connection connect() throws SQLException {
    Connection made = database.durable();
    try {
      Postgres.own(made, Postgres.Lock.LOG_OWNER, isShared(), "the log");
      if (isShared()) {
        Postgres.ownName(made, node);
      }
      return made;
    } catch (SQLException | RuntimeException e) {
      made.close();
      throw e;
    }
  }

  /** The server may not have noticed yet that the former connection is gone. */
  private Connection connectAgain() throws SQLException {
    try {
      return connect();
    } catch (Postgres.InUse e) {
      throw new SQLException(e.getMessage(), "08001", e);
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Head head() throws SQLException {
    String sql = "SELECT global_index, time FROM event ORDER BY global_index DESC LIMIT 1";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? new Head(rows.getLong(1), rows.getLong(2)) : new Head(0, 0);
    }
  }

  @Override
  public long append(List<List<StoredEvent>> group) throws Guilty, SQLException {
    if (connection == null) {
      connection = connectAgain();
    }
    try {
      long[] before = new long[1];
      Postgres.<Guilty>transaction(connection, () -> before[0] = insertAll(group));
      return before[0];
    } catch (SQLException e) {
      if (SqlFailure.isConstraint(e)) {
        throw guilty(group, e);
      }
      if (Postgres.isConnectionLost(e)) {
        forget();
      }
      throw e;
    }
  }

  /** Whether what was being written is there is known when it is read again. */
  private void forget() {
    try {
      connection.close();
    } catch (SQLException e) {
      // it is lost anyway
    }
    connection = null;
  }

  private long insertAll(List<List<StoredEvent>> group) throws Guilty, SQLException {
    List<String> policies =
        isShared() ? group.stream().map(PostgresTable::policy).toList() : List.of();
    Postgres.lock(connection, Postgres.Lock.LOG_ORDER);
    requireLeases(policies);
    Map<String, Long> next = new HashMap<>();
    long before = last(group, next);
    long index = before;
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int i = 0; i < group.size(); i++) {
        for (StoredEvent event : group.get(i)) {
          require(i, event, next.get(event.stream()));
          next.put(event.stream(), event.sequence() + 1);
          LogStatements.set(insert, event.at(++index));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
    if (isShared()) {
      tell();
    }
    return before;
  }

  /** The policy whose act it is; empty when it is none's. */
  private static String policy(List<StoredEvent> append) {
    Actor actor = OriginJson.read(append.get(0).metadata()).actor();
    return actor.kind() == Actor.Kind.POLICY ? actor.id() : "";
  }

  /** What a policy does is refused when another node has taken it over. */
  private void requireLeases(List<String> policies) throws Guilty, SQLException {
    Object[] names = policies.stream().filter(name -> !name.isEmpty()).distinct().toArray();
    if (names.length == 0) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(HOLDERS)) {
      statement.setArray(1, connection.createArrayOf("text", names));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (!rows.getString(2).equals(node)) {
            throw Guilty.ofFormerHolder(policies.indexOf(rows.getString(1)), rows.getString(1));
          }
        }
      }
    }
  }

  private void tell() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TELL)) {
      statement.setString(1, node);
      statement.execute();
    }
  }

  private static void require(int append, StoredEvent event, long next) throws Guilty {
    if (event.sequence() < next) {
      throw new Guilty(append, new Conflict(event, null));
    }
    if (event.sequence() > next) {
      throw Guilty.ofHole(append, event);
    }
  }

  /** The index of the last event; fills in the next sequence of each stream of the group. */
  private long last(List<List<StoredEvent>> group, Map<String, Long> next) throws SQLException {
    Array streams =
        connection.createArrayOf(
            "text",
            group.stream().flatMap(List::stream).map(StoredEvent::stream).distinct().toArray());
    long head = 0;
    try (PreparedStatement statement = connection.prepareStatement(LAST)) {
      statement.setArray(1, streams);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String stream = rows.getString(1);
          long last = rows.getLong(2);
          next.put(stream, rows.wasNull() ? 0 : last + 1);
          head = rows.getLong(3);
        }
      }
    }
    return head;
  }

  /** Sequences were compared, so it is the id of an event that is there already. */
  private Guilty guilty(List<List<StoredEvent>> group, SQLException failure) throws SQLException {
    Set<String> seen = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(TAKEN)) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "text", group.stream().flatMap(List::stream).map(StoredEvent::eventId).toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          seen.add(rows.getString(1));
        }
      }
    }
    for (int i = 0; i < group.size(); i++) {
      for (StoredEvent event : group.get(i)) {
        if (!seen.add(event.eventId())) {
          return new Guilty(i, new Conflict(event, failure));
        }
      }
    }
    throw failure;
  }

  @Override
  public Optional<BackupMark> mark() throws SQLException {
    return BackupMarks.read(connection);
  }

  @Override
  public void mark(BackupMark mark) throws SQLException {
    BackupMarks.write(connection, mark);
  }

  @Override
  public LogStatements reader() throws SQLException {
    return new LogStatements(database.reader());
  }

  @Override
  public Optional<Signals> others() {
    return isShared() ? Optional.of(new PostgresSignals(database, node)) : Optional.empty();
  }

  private boolean isShared() {
    return !node.isEmpty();
  }

  @Override
  public void close() throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }
}
