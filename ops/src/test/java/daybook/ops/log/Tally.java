// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import daybook.commandside.aggregate.EventSourced;
import daybook.commandside.restore.Restores;
import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.Intent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.StreamId;
import daybook.domain.restore.RestoreEvent.LogRestored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** An aggregate for tests of the log: it counts, and remembers the last few numbers. */
public class Tally extends EventSourced {
  public static final Map<String, Class<? extends EventSourced>> AGGREGATES =
      Map.of("task", Tally.class, "restores", Restores.class);
  public static final Map<String, Class<? extends DomainEvent>> EVENTS =
      Map.of("Counted", Counted.class, "LogRestored", LogRestored.class);

  /** How many events any of them has lived through in this JVM. */
  public static final AtomicLong EVOLVED = new AtomicLong();

  @EventName("Counted")
  public record Counted(int by, String note) implements DomainEvent {}

  public record Count(StreamId target, Instant now, int by, String note)
      implements Intent<Integer> {}

  public record Total(StreamId target, Instant now) implements Intent<String> {}

  /** Runs {@code before} inside the handler, while the aggregate is held. */
  public record CountAfter(StreamId target, Instant now, Runnable before)
      implements Intent<Integer> {}

  public record Fail(StreamId target, Instant now) implements Intent<Void> {}

  private int total;
  private List<Integer> last = new ArrayList<>();

  public Tally(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  public Outcome<Integer> handle(Count intent) {
    if (intent.by() <= 0) {
      return Outcome.refused(Refusal.FIELD_INVALID, "only upwards");
    }
    record(new Counted(intent.by(), intent.note()), intent.now());
    return Outcome.accepted(total);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  public Outcome<String> handle(Total intent) {
    return Outcome.accepted(total + " " + last);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  public Outcome<Integer> handle(CountAfter intent) {
    intent.before().run();
    record(new Counted(1, null), intent.now());
    return Outcome.accepted(total);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  public Outcome<Void> handle(Fail intent) {
    record(new Counted(1, "never stored"), intent.now());
    throw new IllegalArgumentException("a defect");
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    EVOLVED.incrementAndGet();
    total += ((Counted) event).by();
    last.add(((Counted) event).by());
    if (last.size() > 5) {
      last.remove(0);
    }
  }
}
