// SPDX-License-Identifier: Apache-2.0
package daybook.projections;

import daybook.domain.OpenedEvent;
import java.util.List;

/** One build of a view. One thread at a time may call it; reading goes on meanwhile. */
public interface Generation extends AutoCloseable {
  /** {@code device-v1}, {@code device-v1-r2}. */
  String name();

  /** Whether it was ever built to the end. */
  boolean isComplete();

  /** The index of the last event it has taken, written or not. */
  long taken();

  /** The index of the last event whose effect readers see. */
  long position();

  /** Takes the next events of the log, in order. */
  void take(List<OpenedEvent> events);

  /** Writes what was taken, with the position, in one transaction. */
  void flush();

  /** While it is built in bulk nobody reads it: indexes come last, and much is written at once. */
  void bulk(boolean bulk);

  /** Marks it as built to the end. */
  void complete();

  List<ParkedKey> parked();

  /** Folds parked documents again; returns how many remain. */
  int retryParked();

  /** The lower-case hex SHA-256 over all it holds. */
  String digest();

  /** Waits for its readers and closes its file. */
  @Override
  void close();
}
