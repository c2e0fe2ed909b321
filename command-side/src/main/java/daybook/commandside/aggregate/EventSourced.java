// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.aggregate;

import daybook.domain.DomainEvent;
import java.time.Instant;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

/**
 * Base of all aggregates. A handler checks and then records; what an event changes is decided in
 * {@link #evolve} alone, which reads no clock and no setting. The fields are the snapshot: plain
 * values, read tolerantly.
 */
public abstract class EventSourced {
  @AggregateIdentifier private String stream;
  private Instant lastTime = Instant.EPOCH;

  protected EventSourced() {}

  protected EventSourced(String stream) {
    this.stream = stream;
  }

  public final String stream() {
    return stream;
  }

  /** Records an event at {@code now}, or at the stream's last time if the clock has gone back. */
  protected final void record(DomainEvent event, Instant now) {
    Instant time = now.isBefore(lastTime) ? lastTime : now;
    EventTime.at(time, () -> AggregateLifecycle.apply(event));
  }

  @EventSourcingHandler
  final void on(DomainEvent event, @SequenceNumber long sequence, @Timestamp Instant time) {
    lastTime = time;
    evolve(event, sequence, time);
  }

  /** Changes the state to what it is after the event. */
  protected abstract void evolve(DomainEvent event, long sequence, Instant time);
}
