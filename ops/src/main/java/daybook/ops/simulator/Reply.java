// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import java.nio.charset.StandardCharsets;

/** What the server answered to one message. */
public final class Reply {
  private final int status;
  private final byte[] body;

  Reply(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  public byte[] body() {
    return body.clone();
  }

  /** Whether a device takes it: 200 and nothing else. */
  public boolean isTaken() {
    return status == 200;
  }

  /**
   * Whether it makes a device drop its management: 401, and 403 with {@code
   * com.apple.unrecognized.device}.
   */
  public boolean unenrolls() {
    return status == 401 || (status == 403 && text().contains("com.apple.unrecognized.device"));
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
