// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import daybook.ops.postgres.Postgres;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells errors of the database apart, by walking an exception's causes. */
final class SqlFailure {
  private SqlFailure() {}

  /** Whether a constraint was broken: the rows are to blame, not the store. */
  static boolean isConstraint(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite
          && is(SQLiteErrorCode.SQLITE_CONSTRAINT, sqlite)) {
        return true;
      }
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().startsWith("23")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the database can't be had just now, but comes again: the next may be tried. */
  static boolean isPassing(SQLException failure) {
    return failure instanceof SQLiteException sqlite
        ? is(SQLiteErrorCode.SQLITE_BUSY, sqlite)
        : Postgres.isConnectionLost(failure);
  }

  private static boolean is(SQLiteErrorCode code, SQLiteException failure) {
    return (failure.getResultCode().code & 0xff) == code.code;
  }
}
