// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The leaf is for ever: these digests never change. */
class MerkleLeafTest {
  private static final String PAYLOAD = "{\"channel\":\"device\",\"note\":\"Zoë’s 🖥️\"}";
  private static final String METADATA =
      "{\"request_id\":\"r-1\",\"actor_kind\":\"device\",\"actor_id\":\"A\"}";

  @Test
  void leafOfAFixedRowIsPinned() {
    assertThat(hex(MerkleLeaf.of(row(1, PAYLOAD, METADATA))))
        .isEqualTo("6de295634971df3d6ab2127c5b903e97dd3e13aee7fe1ba61deede7da6250ee4");
  }

  @Test
  void leafIsWhatTheFormatSays() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream leaf = new DataOutputStream(bytes);
    leaf.write(new byte[] {0, 1});
    for (String field :
        new String[] {
          "0193f0a1-2b3c-7d4e-8f5a-6b7c8d9e0f1a",
          "enrollment:A",
          "enrollment",
          "7",
          "1795500000123",
          "DeviceConnected",
          "1"
        }) {
      field(leaf, field);
    }
    leaf.write(sha256(PAYLOAD.getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream metadata = new ByteArrayOutputStream();
    DataOutputStream pairs = new DataOutputStream(metadata);
    for (String field :
        new String[] {"actor_id", "A", "actor_kind", "device", "request_id", "r-1"}) {
      field(pairs, field);
    }
    leaf.write(sha256(metadata.toByteArray()));
    assertThat(MerkleLeaf.of(row(1, PAYLOAD, METADATA))).isEqualTo(sha256(bytes.toByteArray()));
  }

  @Test
  void indexAndOrderOfMetadataAreNoPartOfIt() {
    String reordered = "{\"actor_id\":\"A\",\"actor_kind\":\"device\",\"request_id\":\"r-1\"}";
    assertThat(MerkleLeaf.of(row(99, PAYLOAD, reordered)))
        .isEqualTo(MerkleLeaf.of(row(1, PAYLOAD, METADATA)));
  }

  @Test
  void everyByteOfThePayloadCounts() {
    assertThat(MerkleLeaf.of(row(1, PAYLOAD + " ", METADATA)))
        .isNotEqualTo(MerkleLeaf.of(row(1, PAYLOAD, METADATA)));
  }

  private static StoredEvent row(long index, String payload, String metadata) {
    return new StoredEvent(
        index,
        "0193f0a1-2b3c-7d4e-8f5a-6b7c8d9e0f1a",
        "enrollment:A",
        "enrollment",
        7,
        1_795_500_000_123L,
        "DeviceConnected",
        "1",
        payload.getBytes(StandardCharsets.UTF_8),
        metadata.getBytes(StandardCharsets.UTF_8));
  }

  private static void field(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
