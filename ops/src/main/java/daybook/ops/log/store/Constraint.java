// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells broken constraints from other errors, by walking an exception's causes. */
final class Constraint {
  private Constraint() {}

  static boolean isBroken(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite && isConstraint(sqlite.getResultCode())) {
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

  private static boolean isConstraint(SQLiteErrorCode code) {
    return (code.code & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
  }
}
