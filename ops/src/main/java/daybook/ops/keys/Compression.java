// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import com.github.luben.zstd.Zstd;
import java.util.Arrays;

/**
 * One codec byte and the bytes: 0 as they are, 1 with zstd. Only values above 512 bytes that become
 * smaller are compressed.
 */
final class Compression {
  /** The largest value that is sealed or opened, in bytes. */
  static final int LARGEST = 8 << 20;

  private static final int WORTHWHILE = 512;
  private static final byte RAW = 0;
  private static final byte ZSTD = 1;

  private Compression() {}

  static byte[] encode(byte[] plain) {
    if (plain.length > LARGEST) {
      throw new IllegalArgumentException("a sealed value has at most " + LARGEST + " bytes");
    }
    if (plain.length > WORTHWHILE) {
      byte[] smaller = Zstd.compress(plain);
      if (smaller.length < plain.length) {
        return with(ZSTD, smaller);
      }
    }
    return with(RAW, plain);
  }

  static byte[] decode(byte[] coded) {
    if (coded.length == 0) {
      throw new IllegalStateException("a sealed value without a codec byte");
    }
    byte[] bytes = Arrays.copyOfRange(coded, 1, coded.length);
    return switch (coded[0]) {
      case RAW -> bytes;
      case ZSTD -> decompress(bytes);
      default -> throw new IllegalStateException("unknown codec " + coded[0]);
    };
  }

  private static byte[] decompress(byte[] bytes) {
    long size = Zstd.getFrameContentSize(bytes);
    if (size < 0 || size > LARGEST) {
      throw new IllegalStateException("a sealed value would have " + size + " bytes");
    }
    return Zstd.decompress(bytes, (int) size);
  }

  private static byte[] with(byte codec, byte[] bytes) {
    byte[] coded = new byte[bytes.length + 1];
    coded[0] = codec;
    System.arraycopy(bytes, 0, coded, 1, bytes.length);
    return coded;
  }
}
