// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Where a channel is pushed to: 32 bytes and a word that the server must repeat. */
final class PushTarget {
  private final byte[] token;
  private final String magic;

  PushTarget(byte[] token, String magic) {
    this.token = token;
    this.magic = magic;
  }

  byte[] token() {
    return token.clone();
  }

  String magic() {
    return magic;
  }

  static PushTarget of(Random random) {
    byte[] token = new byte[32];
    random.nextBytes(token);
    UUID magic = new UUID(random.nextLong(), random.nextLong());
    return new PushTarget(token, magic.toString().toUpperCase(Locale.ROOT));
  }

  String hex() {
    return HexFormat.of().formatHex(token);
  }
}
