// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.apple.apns;

import java.util.HexFormat;

/**
 * What a push says to whom, opened for the moment of the push. Its text never shows the token or
 * the magic.
 *
 * @param token the device's push token in lower-case hex
 * @param magic the {@code PushMagic} of the device's last {@code TokenUpdate}
 */
public record WakeUp(String topic, String token, String magic) {
  /** The same, from the push token's bytes. */
  public static WakeUp of(String topic, byte[] token, String magic) {
    return new WakeUp(topic, HexFormat.of().formatHex(token), magic);
  }

  @Override
  public String toString() {
    return "WakeUp[" + topic + "]";
  }
}
