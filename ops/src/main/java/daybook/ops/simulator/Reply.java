// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

/** What the server answered to one message. */
public record Reply(int status, byte[] body) {
  /** Whether a device takes it: 200 and nothing else. */
  public boolean isTaken() {
    return status == 200;
  }

  /**
   * Whether it makes a device drop its management: 401, and 403 with {@code
   * com.apple.unrecognized.device}.
   */
  public boolean unenrolls() {
    return status == 401
        || status == 403
            && new String(body, java.nio.charset.StandardCharsets.UTF_8)
                .contains("com.apple.unrecognized.device");
  }
}
