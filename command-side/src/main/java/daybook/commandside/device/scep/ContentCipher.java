// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import daybook.domain.Refusal;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;

/** The ciphers of envelopes; a request's own is used for its answer. */
enum ContentCipher {
  DES(CMSAlgorithm.DES_CBC, "DES", 8, 8, true),
  TRIPLE_DES(CMSAlgorithm.DES_EDE3_CBC, "DESede", 24, 8, true),
  AES_128(CMSAlgorithm.AES128_CBC, "AES", 16, 16, false),
  AES_256(CMSAlgorithm.AES256_CBC, "AES", 32, 16, false);

  @SuppressWarnings("ImmutableEnumChecker") // it has no setters
  private final ASN1ObjectIdentifier oid;

  private final String algorithm;
  private final int keyBytes;
  private final int blockBytes;
  private final boolean weak;

  ContentCipher(
      ASN1ObjectIdentifier oid, String algorithm, int keyBytes, int blockBytes, boolean weak) {
    this.oid = oid;
    this.algorithm = algorithm;
    this.keyBytes = keyBytes;
    this.blockBytes = blockBytes;
    this.weak = weak;
  }

  static ContentCipher of(ASN1ObjectIdentifier oid) throws ScepProblem {
    return Arrays.stream(values())
        .filter(cipher -> cipher.oid.equals(oid))
        .findFirst()
        .orElseThrow(() -> new ScepProblem(Refusal.ALGORITHM_UNSUPPORTED, "content cipher " + oid));
  }

  ASN1ObjectIdentifier oid() {
    return oid;
  }

  /** The JDK's name of the key's algorithm. */
  String algorithm() {
    return algorithm;
  }

  String transformation() {
    return algorithm + "/CBC/PKCS5Padding";
  }

  int keyBytes() {
    return keyBytes;
  }

  int blockBytes() {
    return blockBytes;
  }

  /** Whether {@code daybook.scep_allow_weak} decides on it. */
  boolean weak() {
    return weak;
  }
}
