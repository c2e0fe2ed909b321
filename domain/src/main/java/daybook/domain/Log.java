// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

import java.util.List;
import java.util.Optional;

/** Port: the log, read by index and by stream. Reading never changes it. */
public interface Log {
  /** The index of the newest durable event; 0 when the log is empty. */
  long head();

  /** Up to {@code limit} entries with an index above {@code after}, in order. */
  List<LogEntry> read(long after, int limit);

  /** Up to {@code limit} entries of a stream from a sequence on, in order. */
  List<LogEntry> stream(StreamId stream, long fromSequence, int limit);

  /** One entry by its index. */
  Optional<LogEntry> at(long index);

  /** Calls {@code wake} after each group of events is durable, on a thread that must not wait. */
  AutoCloseable onAppend(Runnable wake);
}
