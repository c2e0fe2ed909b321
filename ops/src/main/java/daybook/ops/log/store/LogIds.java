// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes the random ids that logs get. */
final class LogIds {
  private LogIds() {}

  static String random() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
