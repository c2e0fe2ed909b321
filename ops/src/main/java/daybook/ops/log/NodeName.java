// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The random name of one node among several, kept in its home. */
final class NodeName {
  private static final int BYTES = 8;

  private NodeName() {}

  /**
   * The name that is kept in the file {@code node}; made when there is none.
   *
   * @throws IllegalStateException when the file holds no such name
   */
  static String in(Path home) throws IOException {
    Path file = home.resolve("node");
    if (Files.notExists(file)) {
      byte[] bytes = new byte[BYTES];
      new SecureRandom().nextBytes(bytes);
      Path draft = home.resolve("node.new");
      Files.writeString(draft, HexFormat.of().formatHex(bytes) + "\n");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
    String name = Files.readString(file).strip();
    if (!name.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
      throw new IllegalStateException(
          file + " doesn't hold a node's name; remove it, and the next start gives a new one.");
    }
    return name;
  }
}
