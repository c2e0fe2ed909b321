// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.index;

import java.util.List;

/** The tables of the index. Names of streams and types are kept once, rows hold their numbers. */
final class AuditSchema {
  static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
          "CREATE TABLE IF NOT EXISTS entries (event INTEGER PRIMARY KEY, time INTEGER NOT NULL,"
              + " stream INTEGER NOT NULL, type INTEGER NOT NULL, kind INTEGER NOT NULL,"
              + " actor INTEGER NOT NULL, about INTEGER)",
          "CREATE TABLE IF NOT EXISTS links (about INTEGER PRIMARY KEY, device INTEGER NOT NULL)",
          "CREATE INDEX IF NOT EXISTS links_by_device ON links (device)",
          "CREATE TABLE IF NOT EXISTS progress (position INTEGER NOT NULL, complete INTEGER NOT"
              + " NULL)",
          "INSERT INTO progress SELECT 0, 0 WHERE NOT EXISTS (SELECT 1 FROM progress)");

  static final List<String> INDEXES =
      List.of(
          "CREATE INDEX IF NOT EXISTS entries_by_about ON entries (about) WHERE about IS NOT NULL",
          "CREATE INDEX IF NOT EXISTS entries_by_type ON entries (type)",
          "CREATE INDEX IF NOT EXISTS entries_by_kind ON entries (kind)",
          "CREATE INDEX IF NOT EXISTS entries_by_actor ON entries (actor)",
          "CREATE INDEX IF NOT EXISTS entries_by_time ON entries (time)");

  static final List<String> DROP_INDEXES =
      List.of(
          "DROP INDEX IF EXISTS entries_by_about",
          "DROP INDEX IF EXISTS entries_by_type",
          "DROP INDEX IF EXISTS entries_by_kind",
          "DROP INDEX IF EXISTS entries_by_actor",
          "DROP INDEX IF EXISTS entries_by_time");

  /** All that it holds, a text per row, whatever numbers the names have. */
  static final List<String> CONTENT =
      List.of(
          "SELECT e.event || ' ' || e.time || ' ' || s.name || ' ' || t.name || ' ' || k.name"
              + " || ' ' || w.name || ' ' || coalesce(a.name, '') FROM entries e"
              + " JOIN names s ON s.id = e.stream JOIN names t ON t.id = e.type"
              + " JOIN names k ON k.id = e.kind JOIN names w ON w.id = e.actor"
              + " LEFT JOIN names a ON a.id = e.about ORDER BY e.event",
          "SELECT a.name || ' ' || d.name FROM links l JOIN names a ON a.id = l.about"
              + " JOIN names d ON d.id = l.device ORDER BY a.name");

  private AuditSchema() {}
}
