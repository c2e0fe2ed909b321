// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A log from which rows are copied; others may write into it meanwhile. */
public interface LogSource {
  /** The index of the last event, 0 when there is none. */
  long head() throws SQLException;

  /** Up to {@code limit} rows with an index above {@code index}, in order. */
  List<StoredEvent> after(long index, int limit) throws SQLException;

  /** The mark of the backup that it is, or that it was restored from. */
  Optional<BackupMark> mark() throws SQLException;
}
