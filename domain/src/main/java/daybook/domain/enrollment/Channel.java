// SPDX-License-Identifier: Apache-2.0
package daybook.domain.enrollment;

import daybook.domain.Id;

/**
 * The device itself, or one user of it. A user's channel is a pseudonym made from the user's id
 * with the device's key ({@code user-<fingerprint>}), for user ids are personal.
 */
public record Channel(String value) implements Id {
  public static final Channel DEVICE = new Channel("device");

  public static Channel ofUser(String fingerprint) {
    return new Channel("user-" + fingerprint);
  }

  public boolean isDevice() {
    return equals(DEVICE);
  }
}
