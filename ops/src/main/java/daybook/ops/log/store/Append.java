// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The events of one request on their way into the log, and the caller who waits for them. */
record Append(List<StoredEvent> events, int bytes, CompletableFuture<Void> durable) {
  static Append of(List<StoredEvent> events) {
    return new Append(
        List.copyOf(events),
        events.stream().mapToInt(StoredEvent::size).sum(),
        new CompletableFuture<>());
  }

  void fail(Throwable cause) {
    durable.completeExceptionally(cause);
  }
}
