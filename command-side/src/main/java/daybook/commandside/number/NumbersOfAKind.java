// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.number;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.number.NumberEvent.NumbersReserved;
import daybook.domain.number.NumberIntent.ReserveNumbers;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** The numbers of one kind, from 1, reserved in blocks; a number is given to one node only. */
public class NumbersOfAKind extends EventSourced {
  private long next = 1;

  protected NumbersOfAKind() {}

  public NumbersOfAKind(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Long> handle(ReserveNumbers intent) {
    long first = next;
    record(new NumbersReserved(intent.node(), first, intent.count()), intent.now());
    return Outcome.accepted(first);
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    if (event instanceof NumbersReserved it) {
      next = Math.max(next, it.first() + it.count());
    }
  }
}
