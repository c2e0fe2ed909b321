// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import daybook.ops.log.json.OriginJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a row is worth in the history tree: SHA-256 over the leaf's prefix, a version, the row's
 * fields, and the digests of payload and metadata. The index is no part of it.
 *
 * <p>A field is its length in four bytes, big-endian, and its UTF-8; numbers are decimal text.
 * Metadata is each key, in the order of its UTF-8 bytes, and its value, both as fields.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962, 2.1</a>
 */
public final class MerkleLeaf {
  private static final byte PREFIX = 0;
  private static final byte VERSION = 1;

  private MerkleLeaf() {}

  /** The leaf of a stored row, 32 bytes. */
  public static byte[] of(StoredEvent row) {
    MessageDigest leaf = sha256();
    leaf.update(PREFIX);
    leaf.update(VERSION);
    field(leaf, row.eventId());
    field(leaf, row.stream());
    field(leaf, row.kind());
    field(leaf, Long.toString(row.sequence()));
    field(leaf, Long.toString(row.time()));
    field(leaf, row.name());
    field(leaf, row.revision());
    leaf.update(sha256().digest(row.payload()));
    leaf.update(metadata(OriginJson.readMap(row.metadata())));
    return leaf.digest();
  }

  private static byte[] metadata(Map<String, String> metadata) {
    List<byte[]> keys = new ArrayList<>();
    metadata.keySet().forEach(key -> keys.add(key.getBytes(StandardCharsets.UTF_8)));
    keys.sort(Arrays::compareUnsigned);
    MessageDigest digest = sha256();
    for (byte[] key : keys) {
      field(digest, key);
      field(digest, metadata.get(new String(key, StandardCharsets.UTF_8)));
    }
    return digest.digest();
  }

  private static void field(MessageDigest digest, String text) {
    field(digest, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void field(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
