// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import daybook.ops.log.store.Conflict;
import daybook.ops.log.store.LogStore;
import daybook.ops.log.store.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * Axon's storage engine over the log's file. Events are turned into bytes on the caller's thread
 * and handed to the group's writer; the call returns when they are durable.
 */
final class LogEngine extends BatchingEventStorageEngine {
  private final LogStore file;
  private final SnapshotFile snapshots;
  private final Map<String, String> kinds;

  private LogEngine(Builder builder) {
    super(builder);
    this.file = builder.file;
    this.snapshots = builder.snapshots;
    this.kinds = builder.kinds;
  }

  /**
   * @param kinds the kind of stream that belongs to each type of aggregate, by Axon's name of it
   */
  static LogEngine over(
      LogStore file,
      SnapshotFile snapshots,
      Serializer events,
      Serializer states,
      Map<String, String> kinds) {
    Builder builder = new Builder(file, snapshots, kinds);
    builder.eventSerializer(events).snapshotSerializer(states);
    return new LogEngine(builder);
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    List<StoredEvent> rows = rows(events, serializer);
    try {
      file.commits().append(rows);
    } catch (Conflict e) {
      if (e.sequence() == 0) {
        throw new AggregateStreamCreationException(e.getMessage(), e);
      }
      throw new ConcurrencyException(e.getMessage(), e);
    }
  }

  /** The events of one request share their metadata, so it is written once. */
  private List<StoredEvent> rows(List<? extends EventMessage<?>> events, Serializer serializer) {
    List<StoredEvent> rows = new ArrayList<>(events.size());
    MetaData shared = null;
    byte[] metadata = null;
    for (EventMessage<?> event : events) {
      if (!event.getMetaData().equals(shared)) {
        shared = event.getMetaData();
        metadata = event.serializeMetaData(serializer, byte[].class).getData();
      }
      rows.add(row((DomainEventMessage<?>) event, metadata, serializer));
    }
    return rows;
  }

  private StoredEvent row(DomainEventMessage<?> event, byte[] metadata, Serializer serializer) {
    String stream = event.getAggregateIdentifier();
    String kind = kinds.get(event.getType());
    if (kind == null || !stream.startsWith(kind + ":")) {
      throw new IllegalStateException(
          "the aggregate %s has no business in %s".formatted(event.getType(), stream));
    }
    SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
    return new StoredEvent(
        0,
        event.getIdentifier(),
        stream,
        kind,
        event.getSequenceNumber(),
        event.getTimestamp().toEpochMilli(),
        payload.getType().getName(),
        payload.getType().getRevision(),
        payload.getData(),
        metadata);
  }

  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    snapshots.keep(
        snapshot.getAggregateIdentifier(),
        snapshot.getSequenceNumber(),
        serializer.serialize(snapshot.getPayload(), byte[].class));
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
    return snapshots.find(stream).stream();
  }

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String stream, long firstSequence, int batchSize) {
    return file.stream(stream, firstSequence, batchSize).stream().map(LogEngine::data).toList();
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      TrackingToken last, int batchSize) {
    long after = last == null ? 0 : last.position().orElse(0);
    return file.after(after, batchSize).stream()
        .map(
            row ->
                new TrackedDomainEventData<>(
                    new GlobalSequenceTrackingToken(row.index()), data(row)))
        .toList();
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String stream) {
    OptionalLong last = file.lastSequence(stream);
    return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
  }

  private static DomainEventData<byte[]> data(StoredEvent row) {
    return new GenericDomainEventEntry<>(
        row.kind(),
        row.stream(),
        row.sequence(),
        row.eventId(),
        Instant.ofEpochMilli(row.time()),
        row.name(),
        row.revision(),
        row.payload(),
        row.metadata());
  }

  private static final class Builder extends BatchingEventStorageEngine.Builder {
    private final LogStore file;
    private final SnapshotFile snapshots;
    private final Map<String, String> kinds;

    Builder(LogStore file, SnapshotFile snapshots, Map<String, String> kinds) {
      this.file = file;
      this.snapshots = snapshots;
      this.kinds = Map.copyOf(kinds);
      batchSize(256);
    }
  }
}
