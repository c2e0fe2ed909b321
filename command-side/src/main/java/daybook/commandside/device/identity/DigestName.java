// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/** The digests that devices sign with; old ones still use SHA-1. */
enum DigestName {
  SHA1("SHA-1", OIWObjectIdentifiers.idSHA1),
  SHA256("SHA-256", NISTObjectIdentifiers.id_sha256),
  SHA384("SHA-384", NISTObjectIdentifiers.id_sha384),
  SHA512("SHA-512", NISTObjectIdentifiers.id_sha512);

  /** The kinds of keys that sign. */
  enum Family {
    RSA,
    EC
  }

  /** What a signature algorithm says; without a digest, that of the signer holds. */
  record Scheme(Family family, DigestName digest) {}

  private static final Map<ASN1ObjectIdentifier, Scheme> SCHEMES =
      Map.of(
          PKCSObjectIdentifiers.rsaEncryption, new Scheme(Family.RSA, null),
          PKCSObjectIdentifiers.sha1WithRSAEncryption, new Scheme(Family.RSA, SHA1),
          PKCSObjectIdentifiers.sha256WithRSAEncryption, new Scheme(Family.RSA, SHA256),
          PKCSObjectIdentifiers.sha384WithRSAEncryption, new Scheme(Family.RSA, SHA384),
          PKCSObjectIdentifiers.sha512WithRSAEncryption, new Scheme(Family.RSA, SHA512),
          X9ObjectIdentifiers.id_ecPublicKey, new Scheme(Family.EC, null),
          X9ObjectIdentifiers.ecdsa_with_SHA1, new Scheme(Family.EC, SHA1),
          X9ObjectIdentifiers.ecdsa_with_SHA256, new Scheme(Family.EC, SHA256),
          X9ObjectIdentifiers.ecdsa_with_SHA384, new Scheme(Family.EC, SHA384),
          X9ObjectIdentifiers.ecdsa_with_SHA512, new Scheme(Family.EC, SHA512));

  private final String jdk;
  private final ASN1ObjectIdentifier oid;

  DigestName(String jdk, ASN1ObjectIdentifier oid) {
    this.jdk = jdk;
    this.oid = oid;
  }

  static Optional<DigestName> of(ASN1ObjectIdentifier oid) {
    for (DigestName digest : values()) {
      if (digest.oid.equals(oid)) {
        return Optional.of(digest);
      }
    }
    return Optional.empty();
  }

  static Optional<Scheme> scheme(ASN1ObjectIdentifier signatureAlgorithm) {
    return Optional.ofNullable(SCHEMES.get(signatureAlgorithm));
  }

  String withRsa() {
    return name() + "withRSA";
  }

  MessageDigest jdk() {
    try {
      return MessageDigest.getInstance(jdk);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + jdk, e);
    }
  }

  Digest bouncyCastle() {
    return switch (this) {
      case SHA1 -> new SHA1Digest();
      case SHA256 -> new SHA256Digest();
      case SHA384 -> new SHA384Digest();
      case SHA512 -> new SHA512Digest();
    };
  }
}
