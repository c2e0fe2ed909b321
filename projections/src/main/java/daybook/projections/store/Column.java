// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store;

/**
 * A column by which documents can be found.
 *
 * @param name lower-case letters and lines
 * @param indexed false for columns that are only searched through
 */
public record Column(String name, Kind kind, boolean indexed) {
  /** What it holds. */
  public enum Kind {
    TEXT,
    NUMBER
  }

  public Column {
    if (!name.matches("[a-z_]{1,40}")) {
      throw new IllegalArgumentException("not the name of a column: " + name);
    }
  }

  public static Column text(String name) {
    return new Column(name, Kind.TEXT, true);
  }

  /** Numbers, flags (0, 1) and times (milliseconds since 1970). */
  public static Column number(String name) {
    return new Column(name, Kind.NUMBER, true);
  }

  /** A text that is searched through for parts of it. */
  public static Column searched(String name) {
    return new Column(name, Kind.TEXT, false);
  }
}
