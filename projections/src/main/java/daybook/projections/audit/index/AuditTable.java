// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.index;

import daybook.domain.LogEntry;
import daybook.domain.StreamId;
import daybook.projections.Digest;
import daybook.projections.store.sqlite.Session;
import daybook.projections.store.sqlite.SqliteFile;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The index in one SQLite file: {@code entries}, {@code links}, and names kept once. */
final class AuditTable implements AutoCloseable {
  private static final String SELECT =
      "SELECT e.event, coalesce(d.name, a.name) FROM entries e"
          + " LEFT JOIN names a ON a.id = e.about"
          + " LEFT JOIN links l ON l.about = e.about"
          + " LEFT JOIN names d ON d.id = l.device";

  private final SqliteFile file;
  private final Names names = new Names();

  private AuditTable(SqliteFile file) {
    this.file = file;
    AuditSchema.TABLES.forEach(file::execute);
  }

  static AuditTable open(Path path) {
    return new AuditTable(SqliteFile.open(path));
  }

  long position() {
    return progress("position");
  }

  boolean isComplete() {
    return progress("complete") == 1;
  }

  private long progress(String what) {
    return file.read(
        session -> {
          try (ResultSet row =
              session.statement("SELECT " + what + " FROM progress").executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
          }
        });
  }

  /** Writes the next entries of the log. */
  void write(List<LogEntry> entries) {
    try {
      file.write(
          session -> {
            for (LogEntry entry : entries) {
              write(session, entry);
            }
            long last = entries.get(entries.size() - 1).index();
            session.run("UPDATE progress SET position = ?", last);
            return null;
          });
    } catch (RuntimeException e) {
      names.forget(); // some may have been rolled back
      throw e;
    }
  }

  private void write(Session session, LogEntry entry) throws SQLException {
    StreamId about = About.of(entry);
    session.run(
        "INSERT OR REPLACE INTO entries (event, stream, type, about) VALUES (?, ?, ?, ?)",
        entry.index(),
        names.id(session, entry.stream().value()),
        names.id(session, entry.type()),
        about == null ? null : names.id(session, about.value()));
    for (Map.Entry<StreamId, StreamId> link : About.links(entry).entrySet()) {
      session.run(
          "INSERT OR REPLACE INTO links (about, device) VALUES (?, ?)",
          names.id(session, link.getKey().value()),
          names.id(session, link.getValue().value()));
    }
  }

  List<AuditRow> page(String type, long before, int limit) {
    return file.read(
        session -> {
          Long typeId = type == null ? null : Names.find(session, type);
          if (type != null && typeId == null) {
            return List.of();
          }
          String order = " ORDER BY e.event DESC LIMIT ?";
          return type == null
              ? rows(session, " WHERE e.event < ?" + order, before, limit)
              : rows(session, " WHERE e.type = ? AND e.event < ?" + order, typeId, before, limit);
        });
  }

  List<AuditRow> page(StreamId device, String type, long before, int limit) {
    return about(device, type, " AND e.event < ?", " ORDER BY e.event DESC LIMIT ?", before, limit)
        .stream()
        .sorted(Comparator.comparingLong(AuditRow::index).reversed())
        .limit(limit)
        .toList();
  }

  List<AuditRow> newer(StreamId device, long after, int limit) {
    return about(device, null, " AND e.event > ?", " ORDER BY e.event LIMIT ?", after, limit)
        .stream()
        .sorted(Comparator.comparingLong(AuditRow::index))
        .limit(limit)
        .toList();
  }

  /** The first rows about a device and about each session and certificate of it. */
  private List<AuditRow> about(
      StreamId device, String type, String from, String order, long index, int limit) {
    return file.read(
        session -> {
          Long id = Names.find(session, device.value());
          Long typeId = type == null ? null : Names.find(session, type);
          if (id == null || (type != null && typeId == null)) {
            return List.of();
          }
          List<AuditRow> rows = new ArrayList<>();
          for (Long about : belongings(session, id)) {
            rows.addAll(
                type == null
                    ? rows(session, " WHERE e.about = ?" + from + order, about, index, limit)
                    : rows(
                        session,
                        " WHERE e.about = ? AND +e.type = ?" + from + order,
                        about,
                        typeId,
                        index,
                        limit));
          }
          return rows;
        });
  }

  private static List<Long> belongings(Session session, long device) throws SQLException {
    List<Long> ids = new ArrayList<>(List.of(device));
    try (ResultSet rows =
        session.statement("SELECT about FROM links WHERE device = ?", device).executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
    }
    return ids;
  }

  private static List<AuditRow> rows(Session session, String where, Object... values)
      throws SQLException {
    List<AuditRow> rows = new ArrayList<>();
    try (ResultSet found = session.statement(SELECT + where, values).executeQuery()) {
      while (found.next()) {
        rows.add(new AuditRow(found.getLong(1), device(found.getString(2))));
      }
    }
    return rows;
  }

  private static StreamId device(String name) {
    return name != null && name.startsWith("enrollment:") ? new StreamId(name) : null;
  }

  void dropIndexes() {
    AuditSchema.DROP_INDEXES.forEach(file::execute);
  }

  void complete() {
    AuditSchema.INDEXES.forEach(file::execute);
    file.execute("UPDATE progress SET complete = 1");
  }

  String digest() {
    return file.read(
        session -> {
          Digest digest = new Digest();
          for (String sql : AuditSchema.CONTENT) {
            try (ResultSet rows = session.statement(sql).executeQuery()) {
              while (rows.next()) {
                digest.add(rows.getString(1));
              }
            }
          }
          return digest.hex();
        });
  }

  @Override
  public void close() {
    file.close();
  }
}
