// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.refusal;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.refusal.RefusalEvent.RequestRefused;
import daybook.domain.refusal.RefusalEvent.RequestsRefused;
import daybook.domain.refusal.RefusalIntent.RecordRefusal;
import daybook.domain.refusal.RefusalIntent.RecordRefusals;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** What one node refused on one day. It decides nothing, so it remembers nothing. */
public class RefusalsOfADay extends EventSourced {
  protected RefusalsOfADay() {}

  public RefusalsOfADay(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RecordRefusal intent) {
    record(
        new RequestRefused(
            intent.reason(),
            intent.detail(),
            intent.door(),
            intent.certificate(),
            intent.bodyStart(),
            intent.account()),
        intent.now());
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RecordRefusals intent) {
    record(
        new RequestsRefused(
            intent.reason(), intent.door(), intent.count(), intent.first(), intent.last()),
        intent.now());
    return Outcome.accepted();
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {}
}
