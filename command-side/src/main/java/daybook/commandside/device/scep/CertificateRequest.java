// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import daybook.commandside.ca.KeyRules;
import daybook.commandside.ca.Sha256;
import daybook.domain.Refusal;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/**
 * What is asked for: a certificate for this key. The subject and extensions that a device asks for
 * are not read, since we decide on them.
 *
 * @param challenge the challenge password, or empty
 * @param weak whether it was signed over SHA-1
 */
record CertificateRequest(SubjectPublicKeyInfo key, Optional<String> challenge, boolean weak) {
  private static final String SHA1_RSA = "SHA1withRSA";
  private static final int LONGEST_CHALLENGE = 255;

  private static final Map<ASN1ObjectIdentifier, String> SIGNATURES =
      Map.of(
          PKCSObjectIdentifiers.sha1WithRSAEncryption, SHA1_RSA,
          PKCSObjectIdentifiers.sha256WithRSAEncryption, "SHA256withRSA",
          PKCSObjectIdentifiers.sha384WithRSAEncryption, "SHA384withRSA",
          PKCSObjectIdentifiers.sha512WithRSAEncryption, "SHA512withRSA",
          X9ObjectIdentifiers.ecdsa_with_SHA256, "SHA256withECDSA",
          X9ObjectIdentifiers.ecdsa_with_SHA384, "SHA384withECDSA",
          X9ObjectIdentifiers.ecdsa_with_SHA512, "SHA512withECDSA");

  /** Reads one, and checks that whoever made it holds its private key. */
  static CertificateRequest read(byte[] bytes) throws ScepProblem {
    PKCS10CertificationRequest request;
    Optional<String> challenge;
    try {
      Ber.requireModest(bytes);
      request = ScepProblem.guard("request", () -> new PKCS10CertificationRequest(bytes));
      challenge = ScepProblem.guard("challenge", () -> challenge(request));
    } catch (ScepProblem e) {
      throw notInside();
    }
    SubjectPublicKeyInfo key = request.getSubjectPublicKeyInfo();
    if (!KeyRules.suitable(key)) {
      throw new ScepProblem(Refusal.KEY_UNSUITABLE, "RSA 2048-4096, or EC P-256, P-384, P-521");
    }
    String algorithm = SIGNATURES.get(request.getSignatureAlgorithm().getAlgorithm());
    if (algorithm == null) {
      throw new ScepProblem(
          Refusal.ALGORITHM_UNSUPPORTED,
          "request signature " + request.getSignatureAlgorithm().getAlgorithm());
    }
    if (!ScepProblem.guard("request signature", () -> isSigned(bytes, request, algorithm))) {
      throw new ScepProblem(
          Refusal.REQUEST_SIGNATURE_INVALID, "the certificate request's signature");
    }
    return new CertificateRequest(key, challenge, algorithm.equals(SHA1_RSA));
  }

  /** One answer for all that may be wrong with an envelope's content; see {@link Envelope}. */
  static ScepProblem notInside() {
    return ScepProblem.unreadable("no certificate request in the envelope");
  }

  /** Lower-case hex of the SHA-256 of the key's SubjectPublicKeyInfo. */
  String keySha256() {
    try {
      return Sha256.hex(key.getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("a key that was read can be written", e);
    }
  }

  /** Real clients don't sort the attributes, so only the bytes as sent are what was signed. */
  private static boolean isSigned(
      byte[] bytes, PKCS10CertificationRequest request, String algorithm)
      throws GeneralSecurityException, IOException, ScepProblem {
    Signature signature = Signature.getInstance(algorithm);
    signature.initVerify(new JcaPEMKeyConverter().getPublicKey(request.getSubjectPublicKeyInfo()));
    signature.update(Ber.firstInside(bytes));
    try {
      return signature.verify(request.getSignature());
    } catch (SignatureException e) {
      return false;
    }
  }

  private static Optional<String> challenge(PKCS10CertificationRequest request) throws ScepProblem {
    Attribute[] found = request.getAttributes(PKCSObjectIdentifiers.pkcs_9_at_challengePassword);
    if (found.length == 0) {
      return Optional.empty();
    }
    ASN1Encodable value = found[0].getAttrValues().getObjectAt(0);
    if (value instanceof ASN1String text && text.getString().length() <= LONGEST_CHALLENGE) {
      return Optional.of(text.getString());
    }
    throw notInside();
  }
}
