// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Texts as length-prefixed fields: four bytes of length, big-endian, and the UTF-8. */
final class Fields {
  private Fields() {}

  static byte[] of(String... texts) {
    ByteArrayOutputStream fields = new ByteArrayOutputStream(128);
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      fields.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      fields.writeBytes(bytes);
    }
    return fields.toByteArray();
  }
}
