// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.sql.SQLException;

/** Tells when another node may have written. For one thread. */
interface Signals extends AutoCloseable {
  /**
   * Waits until another node has written, or for some time.
   *
   * @throws SQLException when nothing is heard any more; the next call begins anew
   */
  void await(int milliseconds) throws SQLException;

  @Override
  void close() throws SQLException;
}
