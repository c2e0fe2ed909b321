// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

/** Something that the server does by itself, again and again. */
interface Policy {
  /** The policy's name, which is its actor in the audit trail: a sentence. */
  String name();

  /** Whether its view is current; before that it must not act. */
  boolean caughtUp();

  /**
   * Does what is due. Called on one thread at a time.
   *
   * @throws InterruptedException when the server is stopping
   */
  void act() throws InterruptedException;

  /** Waits a little for what is under way; called once, after the last {@link #act}. */
  default void close() {}
}
