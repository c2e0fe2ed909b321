// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.restore;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.restore.Restore;
import daybook.domain.restore.RestoreEvent.LogRestored;
import daybook.domain.restore.RestoreEvent.QuarantineLifted;
import daybook.domain.restore.RestoreIntent.DescribeRestore;
import daybook.domain.restore.RestoreIntent.LiftQuarantine;
import daybook.domain.restore.RestoreIntent.RecordRestore;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** The restores of the log, of which the last one counts. */
public class Restores extends EventSourced {
  private Restore last;

  protected Restores() {}

  public Restores(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Optional<Restore>> handle(DescribeRestore intent) {
    return Outcome.accepted(Optional.ofNullable(last));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RecordRestore intent) {
    if (last == null || last.restorePoint() != intent.restorePoint()) {
      record(
          new LogRestored(intent.restorePoint(), intent.backedUpAt(), intent.heldBefore()),
          intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(LiftQuarantine intent) {
    if (last == null || !last.isQuarantined()) {
      return Outcome.refused(Refusal.NOT_QUARANTINED, "nothing is held");
    }
    record(new QuarantineLifted(last.restorePoint()), intent.now());
    return Outcome.accepted();
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    if (event instanceof LogRestored it) {
      last = new Restore(it.restorePoint(), it.backedUpAt(), time, it.heldBefore(), null);
    } else if (event instanceof QuarantineLifted && last != null) {
      last =
          new Restore(
              last.restorePoint(), last.backedUpAt(), last.restoredAt(), last.heldBefore(), time);
    }
  }
}
