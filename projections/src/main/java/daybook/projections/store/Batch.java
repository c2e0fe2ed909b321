// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store;

import daybook.projections.store.ViewStore.Parked;
import java.util.List;
import java.util.Map;

/**
 * What one transaction changes.
 *
 * @param put documents to be written
 * @param removed keys of documents that are no more
 * @param parked keys that are parked from now on
 * @param unparked keys that no longer are
 * @param position the index of the last event whose effect is in it
 */
public record Batch(
    List<Document> put,
    List<String> removed,
    Map<String, Parked> parked,
    List<String> unparked,
    long position) {
  /**
   * A document to be written.
   *
   * @param columns values by column name; {@link String}, {@link Long} or null
   */
  @SuppressWarnings("ArrayRecordComponent") // written once, never compared
  public record Document(String key, byte[] json, Map<String, Object> columns) {}
}
