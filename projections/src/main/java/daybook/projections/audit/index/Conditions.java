// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.index;

import daybook.domain.Actor;
import daybook.projections.store.sqlite.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The conditions that rows must meet, and their values in order. */
final class Conditions {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  private Conditions() {}

  /** Those of what is wanted; empty when a name isn't there, and so no row either. */
  static Optional<Conditions> of(Wanted wanted, Session session) throws SQLException {
    Conditions all = new Conditions();
    boolean named =
        all.name("e.type", wanted.type(), wanted.devices() != null, session)
            && all.name(
                "e.kind",
                wanted.kind() == null ? null : Wanted.kind(wanted.kind()),
                wanted.devices() != null || wanted.type() != null,
                session)
            && all.actors(wanted, session);
    if (!named) {
      return Optional.empty();
    }
    if (wanted.since() != null) {
      // The first bound spares the walk to the log's beginning, the second is the exact one.
      long since = wanted.since().toEpochMilli();
      all.add("e.event >= (SELECT min(f.event) FROM entries f WHERE f.time >= ?)", since);
      all.add("+e.time >= ?", since);
    }
    if (wanted.until() != null) {
      all.add("+e.time < ?", wanted.until().toEpochMilli());
    }
    return Optional.of(all);
  }

  void add(String condition, Object value) {
    conditions.add(condition);
    values.add(value);
  }

  /** These, for what is about one thing alone. */
  Conditions about(long about) {
    Conditions more = new Conditions();
    more.conditions.addAll(conditions);
    more.values.addAll(values);
    more.add("e.about = ?", about);
    return more;
  }

  String where() {
    return " WHERE " + String.join(" AND ", conditions);
  }

  List<Object> values() {
    return values;
  }

  /**
   * @param elsewhere whether rows are found by a narrower condition, which the plus sign makes
   *     SQLite keep to
   */
  private boolean name(String column, String name, boolean elsewhere, Session session)
      throws SQLException {
    if (name == null) {
      return true;
    }
    Long id = Names.find(session, name);
    add((elsewhere ? "+" : "") + column + " = ?", id);
    return id != null;
  }

  private boolean actors(Wanted wanted, Session session) throws SQLException {
    if (wanted.actors() == null) {
      return true;
    }
    List<String> known = new ArrayList<>();
    for (Actor actor : wanted.actors()) {
      Long id = Names.find(session, Wanted.actor(actor));
      if (id != null) {
        known.add("?");
        values.add(id);
      }
    }
    boolean elsewhere = wanted.devices() != null || wanted.type() != null;
    conditions.add((elsewhere ? "+" : "") + "e.actor IN (" + String.join(", ", known) + ")");
    return !known.isEmpty();
  }
}
