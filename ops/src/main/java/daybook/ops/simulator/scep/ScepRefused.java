// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.scep;

/** The server issued no certificate, or answered something that a device doesn't take. */
public final class ScepRefused extends RuntimeException {
  private final String failInfo;

  ScepRefused(String message, String failInfo) {
    super(message);
    this.failInfo = failInfo;
  }

  public ScepRefused(String message) {
    this(message, null);
  }

  /** The number of RFC 8894's failInfo, or null when the answer had none. */
  public String failInfo() {
    return failInfo;
  }
}
