// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import daybook.commandside.aggregate.EventSourced;
import daybook.commandside.aggregate.EventTime;
import daybook.domain.Intent;
import daybook.ops.log.json.EventCodec;
import daybook.ops.log.store.LogStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Puts Axon's parts together by hand; nothing is configured by what lies on the class path. */
public final class Wiring implements AutoCloseable {
  private static final int LOCK_ATTEMPTS = 500;

  private final SnapshotFile snapshotFile;
  private final Snapshots snapshots;
  private final EmbeddedEventStore store;
  private final AxonIntents intents;

  private Wiring(
      SnapshotFile snapshotFile,
      Snapshots snapshots,
      EmbeddedEventStore store,
      AxonIntents intents) {
    this.snapshotFile = snapshotFile;
    this.snapshots = snapshots;
    this.store = store;
    this.intents = intents;
  }

  /**
   * The parts over an open log, checked to be the ones that were meant.
   *
   * @param cache the file of snapshots
   * @param aggregates the classes of aggregates by their kind of stream
   * @param cached how many aggregates stay in memory
   */
  public static Wiring of(
      LogStore log,
      Path cache,
      EventCodec codec,
      Map<String, Class<? extends EventSourced>> aggregates,
      int cached,
      Clock clock,
      ClockGuard guard,
      MeterRegistry meters)
      throws SQLException, IOException {
    GenericEventMessage.clock = EventTime.CLOCK;
    UuidV7.bind(clock);
    List<AggregateType<?>> types =
        aggregates.entrySet().stream()
            .<AggregateType<?>>map(entry -> AggregateType.of(entry.getKey(), entry.getValue()))
            .toList();
    SnapshotFile snapshotFile = SnapshotFile.open(cache, log, revisions(types));
    StateSerializer states = new StateSerializer(types);
    LogEngine engine =
        LogEngine.over(log, snapshotFile, new EventSerializer(codec), states, kinds(types));
    EmbeddedEventStore store = EmbeddedEventStore.builder().storageEngine(engine).build();
    Snapshots snapshots = new Snapshots(snapshotFile, states);
    SimpleCommandBus bus = bus();
    AggregateCache memory = new AggregateCache(cached);
    PessimisticLockFactory locks =
        PessimisticLockFactory.builder().acquireAttempts(LOCK_ATTEMPTS).build();
    Freshness freshness = new Freshness(log, memory);
    types.forEach(type -> subscribe(type, bus, store, snapshots, memory, freshness, locks));
    WiringCheck.check(engine, store, locks);
    return new Wiring(
        snapshotFile, snapshots, store, new AxonIntents(bus, memory, freshness, guard, meters));
  }

  public AxonIntents intents() {
    return intents;
  }

  private static Map<String, String> revisions(List<AggregateType<?>> types) {
    return types.stream()
        .collect(
            Collectors.toMap(
                type -> type.model().entityClass().getName(), AggregateType::revision));
  }

  private static Map<String, String> kinds(List<AggregateType<?>> types) {
    return types.stream()
        .collect(Collectors.toMap(type -> type.model().type(), AggregateType::kind));
  }

  private static SimpleCommandBus bus() {
    SimpleCommandBus bus =
        SimpleCommandBus.builder()
            .transactionManager(NoTransactionManager.INSTANCE)
            .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
            .build();
    bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(Message::getMetaData));
    return bus;
  }

  private static <T extends EventSourced> void subscribe(
      AggregateType<T> type,
      SimpleCommandBus bus,
      EmbeddedEventStore store,
      Snapshots snapshots,
      AggregateCache memory,
      Freshness freshness,
      PessimisticLockFactory locks) {
    EventSourcingRepository<T> repository =
        EventSourcingRepository.builder(type.getAggregateType())
            .aggregateModel(type.model())
            .aggregateFactory(type)
            .eventStore(store)
            .lockFactory(locks)
            .cache(memory)
            .build();
    AggregateAnnotationCommandHandler.<T>builder()
        .aggregateType(type.getAggregateType())
        .aggregateModel(type.model())
        .repository(new WatchedRepository<>(repository, memory, snapshots, freshness))
        .creationPolicyAggregateFactory(stream -> type.blank(String.valueOf(stream)))
        .commandTargetResolver(
            message ->
                new VersionedAggregateIdentifier(
                    (Object) ((Intent<?>) message.getPayload()).target().value(), null))
        .build()
        .subscribe(bus);
  }

  @Override
  public void close() throws SQLException {
    snapshots.close();
    store.shutDown();
    snapshotFile.close();
  }
}
