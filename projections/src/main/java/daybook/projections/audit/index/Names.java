// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.index;

import daybook.projections.store.sqlite.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Numbers for the names of streams and types; the last few are remembered. */
final class Names {
  private static final int MOST = 10_000;

  private final Map<String, Long> recent = new HashMap<>();

  /** The number of a name, given one when it is new. */
  long id(Session session, String name) throws SQLException {
    Long known = recent.get(name);
    if (known == null) {
      known = find(session, name);
      if (known == null) {
        session.run("INSERT INTO names (name) VALUES (?)", name);
        known = find(session, name);
      }
      remember(name, known);
    }
    return known;
  }

  /** The number of a name, or null when it has none. */
  static Long find(Session session, String name) throws SQLException {
    try (ResultSet row =
        session.statement("SELECT id FROM names WHERE name = ?", name).executeQuery()) {
      return row.next() ? row.getLong(1) : null;
    }
  }

  void forget() {
    recent.clear();
  }

  private void remember(String name, Long id) {
    if (recent.size() >= MOST) {
      recent.clear();
    }
    recent.put(name, id);
  }
}
