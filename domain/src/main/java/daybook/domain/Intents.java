// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

/** Port: sends intents to the aggregates that decide. */
public interface Intents {
  /**
   * Sends one intent and waits for its outcome. When it returns accepted, the events are durable. A
   * conflict with another writer is repeated a few times; then, and when the store can't be
   * reached, the outcome is refused with {@link Refusal#BUSY} or {@link Refusal#STORE_UNAVAILABLE}.
   */
  <R> Outcome<R> send(Intent<R> intent, Origin origin);
}
