// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.time.Instant;

/**
 * What a backup says of itself, kept in the log that it made. A log that is restored from it keeps
 * the mark, so that its first start knows where it comes from, on every database.
 *
 * @param events how many events the backup has; the last of them is the restore point
 * @param time when it was made
 * @param tree the hash over the leaves of all its events, in hexadecimal
 * @param seal the rest of this, encrypted with the root key of the key store, in base64
 */
public record BackupMark(long events, Instant time, String tree, String seal) {
  /** What the seal holds. */
  public static String statement(long events, Instant time, String tree) {
    return events + " " + time.toEpochMilli() + " " + tree;
  }

  public String statement() {
    return statement(events, time, tree);
  }
}
