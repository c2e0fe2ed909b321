// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.util.List;

/** How many rows are read at once: many small ones, few large ones, so that memory stays small. */
final class BatchSize {
  private static final int MOST = 2_000;
  private static final int LEAST = 8;
  private static final long BYTES = 8 << 20;

  private int rows = 64;

  int rows() {
    return rows;
  }

  /** Learns from rows that were read. */
  void learn(List<StoredEvent> read) {
    long bytes = read.stream().mapToLong(StoredEvent::size).sum();
    if (bytes > 0) {
      long fitting = BYTES * read.size() / bytes;
      rows = (int) Math.max(LEAST, Math.min(Math.min(MOST, 2L * rows), fitting));
    }
  }
}
