// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import daybook.ops.log.store.LogStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;

/**
 * Whether an answer without an event was given from the present state. What yields events is
 * compared with the stream when they are written; what yields none is compared here, after the
 * decision: other nodes write too.
 */
final class Freshness {
  private final LogStore log;
  private final AggregateCache memory;
  private final ThreadLocal<Seen> seen = new ThreadLocal<>();

  private record Seen(String stream, long before, long version) {}

  Freshness(LogStore log, AggregateCache memory) {
    this.log = log;
    this.memory = memory;
  }

  /** Whether others write too. */
  boolean isNeeded() {
    return log.isShared();
  }

  /** Remembers what version of an aggregate the present thread's intent sees. */
  <T> Aggregate<T> watch(Aggregate<T> aggregate) {
    if (log.isShared()) {
      long before = version(aggregate);
      CurrentUnitOfWork.get()
          .afterCommit(
              work ->
                  seen.set(new Seen(aggregate.identifierAsString(), before, version(aggregate))));
    }
    return aggregate;
  }

  /** Forgets what the thread's former intent saw. */
  void begin() {
    if (log.isShared()) {
      seen.remove();
    }
  }

  /** Whether the thread's last intent saw less than there is; what it saw isn't used again. */
  boolean isStale() {
    Seen last = log.isShared() ? seen.get() : null;
    if (last == null
        || last.version() != last.before()
        || log.lastSequence(last.stream()).orElse(-1) == last.version()) {
      return false;
    }
    memory.remove(last.stream());
    return true;
  }

  private static long version(Aggregate<?> aggregate) {
    Long version = aggregate.version();
    return version == null ? -1 : version;
  }
}
