// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/**
 * The hash over the leaves of a log, in their order; it keeps one hash for each power of two.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962, section 2.1</a>
 */
public final class MerkleTree {
  private static final byte NODE = 1;

  private final Deque<byte[]> complete = new ArrayDeque<>();
  private long size;

  /** Takes the next leaf, as {@link MerkleLeaf} makes it. */
  public void add(byte[] leaf) {
    complete.push(leaf);
    for (long merges = size; (merges & 1) == 1; merges >>= 1) {
      byte[] right = complete.pop();
      complete.push(node(complete.pop(), right));
    }
    size++;
  }

  /** The hash over what was taken, in hexadecimal. */
  public String root() {
    byte[] root = null;
    for (byte[] left : complete) {
      root = root == null ? left : node(left, root);
    }
    return HexFormat.of().formatHex(root == null ? sha256().digest() : root);
  }

  private static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
