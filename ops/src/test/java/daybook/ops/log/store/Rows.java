// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Rows with good defaults. */
final class Rows {
  private Rows() {}

  static StoredEvent row(String stream, long sequence) {
    return row(UUID.randomUUID().toString(), stream, sequence, 16);
  }

  static StoredEvent row(String id, String stream, long sequence, int bytes) {
    return new StoredEvent(
        0,
        id,
        stream,
        stream.substring(0, stream.indexOf(':')),
        sequence,
        1_795_500_000_123L,
        "Counted",
        "1",
        "x".repeat(bytes).getBytes(StandardCharsets.UTF_8),
        "{\"actor_kind\":\"server\"}".getBytes(StandardCharsets.UTF_8));
  }
}
