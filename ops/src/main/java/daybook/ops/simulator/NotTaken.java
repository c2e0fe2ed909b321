// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

/** The server didn't take a message of the device. */
public final class NotTaken extends RuntimeException {
  private final transient Reply reply;

  NotTaken(String what, Reply reply) {
    super(what + " was answered with " + reply.status() + " " + reply.text());
    this.reply = reply;
  }

  public Reply reply() {
    return reply;
  }
}
