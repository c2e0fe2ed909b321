// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.plist;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Puts binary property lists together, object by object, right or wrong. */
final class Binary {
  private Binary() {}

  /** A list of these objects, the first on top, with references of one byte. */
  static byte[] ofObjects(byte[]... objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("bplist00".getBytes(StandardCharsets.US_ASCII));
    ByteBuffer offsets = ByteBuffer.allocate(4 * objects.length);
    for (byte[] object : objects) {
      offsets.putInt(out.size());
      out.writeBytes(object);
    }
    int table = out.size();
    out.writeBytes(offsets.array());
    ByteBuffer trailer = ByteBuffer.allocate(32);
    trailer.position(6);
    trailer.put((byte) 4).put((byte) 1).putLong(objects.length).putLong(0).putLong(table);
    out.writeBytes(trailer.array());
    return out.toByteArray();
  }
}
