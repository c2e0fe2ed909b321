// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import daybook.commandside.aggregate.EventSourced;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.AbstractSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;

/**
 * Takes snapshots on one thread, each from stored events after 100 to 200 more of them, so that a
 * fleet that checks in together doesn't fall due together. When too many wait, a snapshot is left
 * out; the next one comes after as many events again.
 */
final class Snapshots extends AbstractSnapshotter implements AutoCloseable {
  private static final int FEWEST_EVENTS = 100;
  private static final int MOST_EVENTS = 200;
  private static final int WAITING = 256;

  private final Map<Class<?>, AggregateType<?>> types;
  private final ThreadPoolExecutor executor;

  private Snapshots(Builder builder) {
    super(builder);
    this.types = builder.types;
    this.executor = builder.executor;
  }

  static Snapshots of(EventStore store, Iterable<AggregateType<?>> types) {
    Builder builder = new Builder(types);
    builder.eventStore(store).executor(builder.executor);
    return new Snapshots(builder);
  }

  /** Counts each aggregate's events towards a threshold of its own. */
  SnapshotTriggerDefinition trigger() {
    return new SnapshotTriggerDefinition() {
      @Override
      public SnapshotTrigger prepareTrigger(Class<?> type) {
        int threshold = ThreadLocalRandom.current().nextInt(FEWEST_EVENTS, MOST_EVENTS + 1);
        return new EventCountSnapshotTriggerDefinition(Snapshots.this, threshold)
            .prepareTrigger(type);
      }
    };
  }

  @Override
  public void scheduleSnapshot(Class<?> type, String stream) {
    if (executor.getQueue().remainingCapacity() > 0) {
      super.scheduleSnapshot(type, stream);
    }
  }

  @Override
  @SuppressWarnings("rawtypes")
  protected DomainEventMessage createSnapshot(
      Class<?> type, String stream, DomainEventStream events) {
    return snapshot(types.get(type), stream, events);
  }

  private static <T extends EventSourced> DomainEventMessage<T> snapshot(
      AggregateType<T> type, String stream, DomainEventStream events) {
    EventSourcedAggregate<T> aggregate =
        EventSourcedAggregate.initialize(
            type.createAggregateRoot(stream, events.peek()),
            type.model(),
            null,
            NoSnapshotTriggerDefinition.TRIGGER);
    aggregate.initializeState(events);
    return new GenericDomainEventMessage<>(
        type.kind(),
        stream,
        aggregate.version(),
        aggregate.getAggregateRoot(),
        MetaData.emptyInstance(),
        "snapshot",
        Instant.EPOCH);
  }

  /** Lets the snapshot that is being taken end and drops those that wait. */
  @Override
  public void close() {
    executor.getQueue().clear();
    executor.shutdown();
    try {
      executor.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Builder extends AbstractSnapshotter.Builder {
    private final Map<Class<?>, AggregateType<?>> types;
    private final ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            task -> {
              Thread thread = new Thread(task, "snapshots");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.CallerRunsPolicy());

    Builder(Iterable<AggregateType<?>> types) {
      this.types =
          StreamSupport.stream(types.spliterator(), false)
              .collect(Collectors.toMap(type -> type.model().entityClass(), type -> type));
    }
  }
}
