// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One generation of one view. One thread at a time writes; any number read meanwhile and see whole
 * batches only. Failures of the engine are {@link StoreFailure}s.
 */
public interface ViewStore extends AutoCloseable {
  /** The index of the last event whose effect is in it; 0 when it is new. */
  long position();

  /** Whether it was built to the end. */
  boolean isComplete();

  /** What is parked, by key. */
  Map<String, Parked> parked();

  /** The JSON of a document. */
  Optional<byte[]> get(String key);

  /** The JSON of all documents that match. */
  List<byte[]> find(Query query);

  /** How many documents match, whatever the page. */
  long count(Query query);

  /** All documents in the order of their keys' UTF-8 bytes. */
  void each(BiConsumer<String, byte[]> document);

  /** Writes documents, parked keys and the position in one transaction. */
  void write(Batch batch);

  /** Drops the indexes until {@link #complete}, so that a build is fast. */
  void beginBulk();

  /** Makes the indexes, and marks it as built to the end. */
  void complete();

  /**
   * After an erasure: leaves no trace of former values in files. Returns false when a reader is in
   * the way; then ask again.
   */
  boolean scrub();

  /** Waits for readers, and closes. */
  @Override
  void close();

  /**
   * What waits behind an event that couldn't be folded.
   *
   * @param index of that event
   */
  record Parked(long index, String error) {}
}
