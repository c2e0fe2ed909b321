// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

/** One append of a group can't be written; the whole group was rolled back. */
final class Guilty extends Exception {
  private static final long serialVersionUID = 1L;

  private final int append;

  /**
   * @param cause what its caller is told
   */
  Guilty(int append, Throwable cause) {
    super(cause);
    this.append = append;
  }

  /** It lacks the event before it. */
  static Guilty ofHole(int append, StoredEvent event) {
    return new Guilty(
        append,
        new IllegalStateException(
            "%s has no event before %d".formatted(event.stream(), event.sequence())));
  }

  /** Another node does what this one did before. */
  static Guilty ofFormerHolder(int append, String work) {
    return new Guilty(append, new StoreUnavailable(work + " is done by another node now"));
  }

  /** Which of the group, from 0. */
  int append() {
    return append;
  }
}
