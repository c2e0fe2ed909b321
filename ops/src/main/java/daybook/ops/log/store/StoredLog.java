// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import daybook.domain.Log;
import daybook.domain.LogEntry;
import daybook.domain.Origin;
import daybook.domain.StreamId;
import daybook.ops.log.json.EventCodec;
import daybook.ops.log.json.OriginJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The log as the rest of the server reads it: rows become entries. */
public final class StoredLog implements Log {
  private final LogStore file;
  private final EventCodec codec;

  public StoredLog(LogStore file, EventCodec codec) {
    this.file = file;
    this.codec = codec;
  }

  @Override
  public long head() {
    return file.head();
  }

  @Override
  public List<LogEntry> read(long after, int limit) {
    return entries(file.after(after, limit));
  }

  @Override
  public List<LogEntry> stream(StreamId stream, long fromSequence, int limit) {
    return entries(file.stream(stream.value(), fromSequence, limit));
  }

  @Override
  public Optional<LogEntry> at(long index) {
    return file.at(index).map(row -> entry(row, OriginJson.read(row.metadata())));
  }

  @Override
  public AutoCloseable onAppend(Runnable wake) {
    return file.onAppend(wake);
  }

  /** All entries that name dropped keys, in order. */
  public List<LogEntry> shredded() {
    return entries(file.shredded());
  }

  /** Neighbours mostly come of one request, so their metadata is read once. */
  private List<LogEntry> entries(List<StoredEvent> rows) {
    List<LogEntry> entries = new ArrayList<>(rows.size());
    byte[] metadata = null;
    Origin origin = null;
    for (StoredEvent row : rows) {
      if (!Arrays.equals(metadata, row.metadata())) {
        metadata = row.metadata();
        origin = OriginJson.read(metadata);
      }
      entries.add(entry(row, origin));
    }
    return entries;
  }

  private LogEntry entry(StoredEvent row, Origin origin) {
    return new LogEntry(
        row.index(),
        row.eventId(),
        new StreamId(row.stream()),
        row.sequence(),
        Instant.ofEpochMilli(row.time()),
        row.name(),
        codec.read(row.name(), row.revision(), row.payload()),
        origin);
  }
}
