// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One generation of one view. One thread at a time writes; any number read meanwhile. They see
 * whole documents, and all that came before the position that they see; where the engine has
 * transactions, whole batches only. Failures of the engine are {@link StoreFailure}s.
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

  /**
   * A document, and up to which event it holds. An engine without transactions may hold documents
   * that are ahead of the position, after a write that didn't come to its end.
   */
  default Held held(String key) {
    return get(key).map(json -> new Held(json, 0)).orElse(Held.NOTHING);
  }

  /** The JSON of all documents that match. */
  List<byte[]> find(Query query);

  /** How many documents match, whatever the page. */
  long count(Query query);

  /** All documents in the order of their keys' UTF-8 bytes. */
  void each(BiConsumer<String, byte[]> document);

  /**
   * Writes documents, parked keys and the position: in one transaction, or each document with what
   * is parked of it by itself, and the position last.
   */
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
   * A document as it is held.
   *
   * @param json null when there is none
   * @param event the index of the last event whose effect is in it; 0: what the position says
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record Held(byte[] json, long event) {
    public static final Held NOTHING = new Held(null, 0);
  }

  /**
   * What waits behind an event that couldn't be folded.
   *
   * @param index of that event
   */
  record Parked(long index, String error) {}
}
