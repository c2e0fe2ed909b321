// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import daybook.domain.Refusal;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;

/** The digests of signatures; a request's own is used for its answer. */
enum MessageDigestName {
  SHA_1(OIWObjectIdentifiers.idSHA1, "SHA1", true),
  SHA_224(NISTObjectIdentifiers.id_sha224, "SHA224", false),
  SHA_256(NISTObjectIdentifiers.id_sha256, "SHA256", false),
  SHA_384(NISTObjectIdentifiers.id_sha384, "SHA384", false),
  SHA_512(NISTObjectIdentifiers.id_sha512, "SHA512", false);

  @SuppressWarnings("ImmutableEnumChecker") // it has no setters
  private final ASN1ObjectIdentifier oid;

  private final String name;
  private final boolean weak;

  MessageDigestName(ASN1ObjectIdentifier oid, String name, boolean weak) {
    this.oid = oid;
    this.name = name;
    this.weak = weak;
  }

  static MessageDigestName of(ASN1ObjectIdentifier oid) throws ScepProblem {
    return Arrays.stream(values())
        .filter(digest -> digest.oid.equals(oid))
        .findFirst()
        .orElseThrow(() -> new ScepProblem(Refusal.ALGORITHM_UNSUPPORTED, "digest " + oid));
  }

  /** The JDK's name of the RSA signature over it. */
  String withRsa() {
    return name + "withRSA";
  }

  /** Whether {@code daybook.scep_allow_weak} decides on it. */
  boolean weak() {
    return weak;
  }
}
