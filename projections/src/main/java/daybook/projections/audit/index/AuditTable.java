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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        "INSERT OR REPLACE INTO entries (event, time, stream, type, kind, actor, about)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        entry.index(),
        entry.time().toEpochMilli(),
        names.id(session, entry.stream().value()),
        names.id(session, entry.type()),
        names.id(session, Wanted.kind(entry.origin().actor().kind())),
        names.id(session, Wanted.actor(entry.origin().actor())),
        about == null ? null : names.id(session, about.value()));
    for (Map.Entry<StreamId, StreamId> link : About.links(entry).entrySet()) {
      session.run(
          "INSERT OR REPLACE INTO links (about, device) VALUES (?, ?)",
          names.id(session, link.getKey().value()),
          names.id(session, link.getValue().value()));
    }
  }

  /** The rows below an index, the newest first. */
  List<AuditRow> page(Wanted wanted, long before, int limit) {
    return find(wanted, "e.event < ?", "DESC", before, limit);
  }

  /** The rows above an index, the oldest first. */
  List<AuditRow> newer(Wanted wanted, long after, int limit) {
    return find(wanted, "e.event > ?", "ASC", after, limit);
  }

  private List<AuditRow> find(Wanted wanted, String from, String order, long index, int limit) {
    return file.read(
        session -> {
          Optional<Conditions> conditions = Conditions.of(wanted, session);
          if (conditions.isEmpty()) {
            return List.of();
          }
          conditions.get().add(from, index);
          String tail = " ORDER BY e.event " + order + " LIMIT ?";
          if (wanted.devices() == null) {
            return rows(session, conditions.get(), tail, limit);
          }
          List<AuditRow> rows = new ArrayList<>();
          for (Long about : belongings(session, wanted.devices())) {
            rows.addAll(rows(session, conditions.get().about(about), tail, limit));
          }
          Comparator<AuditRow> oldest = Comparator.comparingLong(AuditRow::index);
          return rows.stream()
              .sorted(order.equals("ASC") ? oldest : oldest.reversed())
              .limit(limit)
              .toList();
        });
  }

  /** The numbers of devices, and of each session and certificate of them. */
  private static Set<Long> belongings(Session session, List<StreamId> devices) throws SQLException {
    Set<Long> ids = new LinkedHashSet<>();
    for (StreamId device : devices) {
      Long id = Names.find(session, device.value());
      if (id != null) {
        ids.add(id);
        try (ResultSet rows =
            session.statement("SELECT about FROM links WHERE device = ?", id).executeQuery()) {
          while (rows.next()) {
            ids.add(rows.getLong(1));
          }
        }
      }
    }
    return ids;
  }

  private static List<AuditRow> rows(Session session, Conditions conditions, String tail, int limit)
      throws SQLException {
    List<AuditRow> rows = new ArrayList<>();
    List<Object> values = new ArrayList<>(conditions.values());
    values.add(limit);
    try (ResultSet found =
        session.statement(SELECT + conditions.where() + tail, values.toArray()).executeQuery()) {
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
