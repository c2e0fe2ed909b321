// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

/** The kinds of devices that can be simulated. */
public enum Model {
  MAC(1, "mdmclient/1567 MDM-macOS/1.0"),
  IPHONE(2, "MDM/1.0"),
  IPAD(3, "MDM/1.0");

  private final int salt;
  private final String userAgent;

  Model(int salt, String userAgent) {
    this.salt = salt;
    this.userAgent = userAgent;
  }

  String userAgent() {
    return userAgent;
  }

  /** Sets the kinds apart where they have the same seed. */
  int salt() {
    return salt;
  }

  boolean isMac() {
    return this == MAC;
  }
}
