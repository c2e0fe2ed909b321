// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

/** An append that met another one: its stream has the sequence already, or its id is taken. */
public final class Conflict extends Exception {
  private static final long serialVersionUID = 1L;

  private final String stream;
  private final long sequence;

  Conflict(StoredEvent event, Throwable cause) {
    super("%s already has the event %d".formatted(event.stream(), event.sequence()), cause);
    this.stream = event.stream();
    this.sequence = event.sequence();
  }

  public String stream() {
    return stream;
  }

  /** The sequence that was taken; 0 when the stream was to begin. */
  public long sequence() {
    return sequence;
  }
}
