// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import java.nio.charset.StandardCharsets;

/** The server didn't take a message of the device. */
public final class NotTaken extends RuntimeException {
  private final transient Reply reply;

  NotTaken(String what, Reply reply) {
    super(
        what
            + " was answered with "
            + reply.status()
            + " "
            + new String(reply.body(), StandardCharsets.UTF_8));
    this.reply = reply;
  }

  public Reply reply() {
    return reply;
  }
}
