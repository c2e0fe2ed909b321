// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

/**
 * One row of the log, bytes as stored.
 *
 * @param index the place in the one dense order, from 1; 0 while it is not written
 * @param kind the kind of the stream
 * @param time milliseconds since the epoch
 * @param name the stored name of the event
 * @param revision never null, {@code 1} first
 * @param payload plain UTF-8 JSON
 * @param metadata a JSON map of texts
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as stored; nobody compares rows
public record StoredEvent(
    long index,
    String eventId,
    String stream,
    String kind,
    long sequence,
    long time,
    String name,
    String revision,
    byte[] payload,
    byte[] metadata) {

  /** The same at its place in the order. */
  StoredEvent at(long place) {
    return new StoredEvent(
        place, eventId, stream, kind, sequence, time, name, revision, payload, metadata);
  }

  /** About how many bytes it takes in memory and on disk. */
  int size() {
    return 256 + payload.length + metadata.length;
  }
}
