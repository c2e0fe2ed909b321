// SPDX-License-Identifier: Apache-2.0
package daybook.projections;

import java.util.List;
import java.util.function.Consumer;

/** What keeps the views up to date; for operators, and for waiting. */
public interface Projector {
  /** How each view stands, in the order of their names. */
  List<ViewStatus> views();

  /**
   * Builds a view again from the whole log, beside the one that is serving, and switches. Returns
   * when it has switched.
   *
   * @param progress told now and then how far it is
   * @throws IllegalArgumentException when there is no such view
   * @throws IllegalStateException when it is being built already
   */
  void rebuild(String view, Consumer<Progress> progress);

  /** The documents of a view that wait behind an event that couldn't be folded, by key. */
  List<ParkedKey> parked(String view);

  /**
   * Folds the parked documents of a view again from the log.
   *
   * @return how many are still parked
   */
  int retryParked(String view);

  /** The lower-case hex SHA-256 over all documents of a view in the order of their keys. */
  String digest(String view);

  /**
   * Whether a view has passed the head that the log had when the projector started, and what was
   * expected since.
   */
  boolean caughtUp(String view);

  /** From now on no view counts as caught up before it has passed an index. */
  void expect(long index);

  /** The index of the last event whose effect readers of a view see. */
  long position(String view);

  /** Calls {@code wake} whenever views have moved, on a thread that must not wait. */
  AutoCloseable onMove(Runnable wake);

  /** How far a build is: {@code position} of {@code head} events. */
  record Progress(String view, long position, long head) {}
}
