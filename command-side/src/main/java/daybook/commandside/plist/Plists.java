// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.plist;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads and writes property lists. */
public final class Plists {
  private static final byte[] BINARY = "bplist0".getBytes(StandardCharsets.US_ASCII);

  private Plists() {}

  /**
   * The value that XML or binary bytes hold.
   *
   * @throws UnreadablePlist when they are neither, or when they pass the limits
   */
  public static PlistValue value(byte[] bytes, PlistLimits limits) {
    return isBinary(bytes)
        ? new BinaryPlistReader(bytes, limits).read()
        : new XmlPlistReader(limits).read(bytes);
  }

  /**
   * The dictionary that XML or binary bytes hold.
   *
   * @throws UnreadablePlist when they are neither, when they pass the limits, or hold another value
   */
  public static PlistDict read(byte[] bytes, PlistLimits limits) {
    if (value(bytes, limits) instanceof PlistDict dict) {
      return dict;
    }
    throw UnreadablePlist.malformed("the property list is not a dictionary");
  }

  /** The dictionary that XML or binary bytes hold, within {@link PlistLimits#STANDARD}. */
  public static PlistDict read(byte[] bytes) {
    return read(bytes, PlistLimits.STANDARD);
  }

  /** A whole XML property list in UTF-8, with Apple's declaration. */
  public static byte[] write(PlistDict dict) {
    return XmlPlistWriter.write(dict);
  }

  private static boolean isBinary(byte[] bytes) {
    return bytes.length >= BINARY.length
        && Arrays.equals(bytes, 0, BINARY.length, BINARY, 0, BINARY.length);
  }
}
