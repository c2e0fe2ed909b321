// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.sql.SQLException;
import java.util.List;

/** Writes a group of appends. */
interface GroupWriter {
  /**
   * Writes a group in one transaction, or nothing of it; durable when it returns.
   *
   * @throws Guilty when one of the group is to blame
   * @throws SQLException when the store is
   */
  void write(List<List<StoredEvent>> group) throws Guilty, SQLException;
}
