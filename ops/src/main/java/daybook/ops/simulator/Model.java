// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

/** The kinds of devices that can be simulated. */
public enum Model {
  MAC("mdmclient/1567 MDM-macOS/1.0"),
  IPHONE("MDM/1.0"),
  IPAD("MDM/1.0");

  private final String userAgent;

  Model(String userAgent) {
    this.userAgent = userAgent;
  }

  String userAgent() {
    return userAgent;
  }

  boolean isMac() {
    return this == MAC;
  }
}
