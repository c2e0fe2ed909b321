// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.sqlite;

import daybook.projections.store.Batch;
import daybook.projections.store.Column;
import daybook.projections.store.Query;
import daybook.projections.store.ViewStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** One generation in one file: tables {@code documents}, {@code parked} and {@code progress}. */
final class SqliteViewStore implements ViewStore {
  private static final int CHUNK = 500;

  private final SqliteFile file;
  private final DocumentSql sql;

  SqliteViewStore(SqliteFile file, List<Column> columns) {
    this.file = file;
    this.sql = new DocumentSql(columns);
    sql.tables().forEach(file::execute);
    file.truncateLog(); // what a crash may have left of former content
  }

  static boolean hasColumns(SqliteFile file, List<Column> columns) {
    Set<String> wanted = new HashSet<>(Set.of("key", "document"));
    columns.forEach(column -> wanted.add(column.name()));
    return wanted.equals(file.read(session -> columnsOf(session)));
  }

  private static Set<String> columnsOf(Session session) throws SQLException {
    Set<String> names = new HashSet<>();
    try (ResultSet rows =
        session.statement("SELECT name FROM pragma_table_info('documents')").executeQuery()) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  @Override
  public long position() {
    return progress("position");
  }

  @Override
  public boolean isComplete() {
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

  @Override
  public Map<String, Parked> parked() {
    return file.read(
        session -> {
          Map<String, Parked> parked = new HashMap<>();
          try (ResultSet rows =
              session.statement("SELECT key, event, error FROM parked").executeQuery()) {
            while (rows.next()) {
              parked.put(rows.getString(1), new Parked(rows.getLong(2), rows.getString(3)));
            }
          }
          return parked;
        });
  }

  @Override
  public Optional<byte[]> get(String key) {
    List<byte[]> found =
        file.read(
            session ->
                documents(session.statement("SELECT document FROM documents WHERE key = ?", key)));
    return found.stream().findFirst();
  }

  @Override
  public List<byte[]> find(Query query) {
    List<Object> values = new ArrayList<>();
    String text = sql.find(query, values);
    return file.read(session -> documents(session.statement(text, values.toArray())));
  }

  private static List<byte[]> documents(PreparedStatement statement) throws SQLException {
    List<byte[]> documents = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        documents.add(rows.getBytes(1));
      }
    }
    return documents;
  }

  @Override
  public long count(Query query) {
    List<Object> values = new ArrayList<>();
    String text = sql.count(query, values);
    return file.read(
        session -> {
          try (ResultSet row = session.statement(text, values.toArray()).executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
          }
        });
  }

  @Override
  public void each(BiConsumer<String, byte[]> document) {
    String last = "";
    String next;
    do {
      next = each(last, document);
      last = next;
    } while (next != null);
  }

  private String each(String after, BiConsumer<String, byte[]> document) {
    return file.read(
        session -> {
          String last = null;
          PreparedStatement chunk =
              session.statement(
                  "SELECT key, document FROM documents WHERE key > ? ORDER BY key LIMIT ?",
                  after,
                  CHUNK);
          try (ResultSet rows = chunk.executeQuery()) {
            while (rows.next()) {
              last = rows.getString(1);
              document.accept(last, rows.getBytes(2));
            }
          }
          return last;
        });
  }

  @Override
  public void write(Batch batch) {
    file.write(
        session -> {
          for (Batch.Document document : batch.put()) {
            session.run(sql.upsert(), sql.values(document));
          }
          for (String key : batch.removed()) {
            session.run("DELETE FROM documents WHERE key = ?", key);
          }
          for (Map.Entry<String, Parked> parked : batch.parked().entrySet()) {
            session.run(
                "INSERT OR REPLACE INTO parked (key, event, error) VALUES (?, ?, ?)",
                parked.getKey(),
                parked.getValue().index(),
                parked.getValue().error());
          }
          for (String key : batch.unparked()) {
            session.run("DELETE FROM parked WHERE key = ?", key);
          }
          session.run("UPDATE progress SET position = ?", batch.position());
          return null;
        });
  }

  @Override
  public void beginBulk() {
    sql.dropIndexes().forEach(file::execute);
  }

  @Override
  public void complete() {
    sql.createIndexes().forEach(file::execute);
    file.execute("UPDATE progress SET complete = 1");
  }

  @Override
  public boolean scrub() {
    return file.truncateLog();
  }

  @Override
  public void close() {
    file.close();
  }
}
