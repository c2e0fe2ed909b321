// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import daybook.domain.Refusal;
import java.io.IOException;
import java.util.Collection;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The outer layer of a request, RFC 8894 section 3.2: who signed it, what kind it is, and the
 * envelope inside. Its signature has not been judged before {@link #requireSignature}.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record PkiMessage(
    String messageType,
    String transactionId,
    byte[] senderNonce,
    X509CertificateHolder signerCertificate,
    MessageDigestName digest,
    byte[] envelope,
    SignerInformation signer) {
  static final ASN1ObjectIdentifier MESSAGE_TYPE =
      new ASN1ObjectIdentifier("2.16.840.1.113733.1.9.2");
  static final ASN1ObjectIdentifier PKI_STATUS =
      new ASN1ObjectIdentifier("2.16.840.1.113733.1.9.3");
  static final ASN1ObjectIdentifier FAIL_INFO = new ASN1ObjectIdentifier("2.16.840.1.113733.1.9.4");
  static final ASN1ObjectIdentifier SENDER_NONCE =
      new ASN1ObjectIdentifier("2.16.840.1.113733.1.9.5");
  static final ASN1ObjectIdentifier RECIPIENT_NONCE =
      new ASN1ObjectIdentifier("2.16.840.1.113733.1.9.6");
  static final ASN1ObjectIdentifier TRANSACTION_ID =
      new ASN1ObjectIdentifier("2.16.840.1.113733.1.9.7");

  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,128}");

  /** Reads one; nothing in it is believed yet. */
  static PkiMessage read(byte[] bytes) throws ScepProblem {
    Ber.requireModest(bytes);
    return ScepProblem.guard("no signed message", () -> parse(new CMSSignedData(bytes)));
  }

  /** Refuses a message that the key in its own certificate didn't sign. */
  void requireSignature() throws ScepProblem {
    if (!ScepProblem.guard("no readable signature", this::isSigned)) {
      throw new ScepProblem(Refusal.REQUEST_SIGNATURE_INVALID, "the message's signature");
    }
  }

  private boolean isSigned() throws CMSException, OperatorCreationException, IOException {
    try {
      return signer.verify(
          new JcaSimpleSignerInfoVerifierBuilder()
              .build(
                  new JcaPEMKeyConverter()
                      .getPublicKey(signerCertificate.getSubjectPublicKeyInfo())));
    } catch (CMSSignerDigestMismatchException e) {
      return false;
    }
  }

  private static PkiMessage parse(CMSSignedData signed) throws ScepProblem, IOException {
    Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
    if (signers.size() != 1) {
      throw ScepProblem.unreadable(signers.size() + " signers");
    }
    SignerInformation signer = signers.iterator().next();
    AttributeTable attributes = signer.getSignedAttributes();
    if (attributes == null || signed.getSignedContent() == null) {
      throw ScepProblem.unreadable("nothing signed");
    }
    return new PkiMessage(
        text(attributes, MESSAGE_TYPE),
        text(attributes, TRANSACTION_ID),
        nonce(attributes),
        certificate(signed, signer),
        MessageDigestName.of(signer.getDigestAlgorithmID().getAlgorithm()),
        (byte[]) signed.getSignedContent().getContent(),
        signer);
  }

  private static X509CertificateHolder certificate(CMSSignedData signed, SignerInformation signer)
      throws ScepProblem, IOException {
    X509CertificateHolder certificate = null;
    for (X509CertificateHolder sent : signed.getCertificates().getMatches(null)) {
      if (signer.getSID().match(sent)) {
        certificate = sent;
        break;
      }
    }
    if (certificate == null) {
      throw ScepProblem.unreadable("no certificate of the signer");
    }
    AsymmetricKeyParameter key = PublicKeyFactory.createKey(certificate.getSubjectPublicKeyInfo());
    int bits = key instanceof RSAKeyParameters rsa ? rsa.getModulus().bitLength() : 0;
    if (bits < 1024 || bits > 4096) {
      // The answer is encrypted to this key, so it must be RSA.
      throw new ScepProblem(Refusal.KEY_UNSUITABLE, "the signer's key");
    }
    return certificate;
  }

  private static String text(AttributeTable attributes, ASN1ObjectIdentifier type)
      throws ScepProblem {
    if (value(attributes, type) instanceof ASN1PrintableString text
        && PRINTABLE.matcher(text.getString()).matches()) {
      return text.getString();
    }
    throw ScepProblem.unreadable("no printable attribute " + type);
  }

  private static byte[] nonce(AttributeTable attributes) throws ScepProblem {
    if (value(attributes, SENDER_NONCE) instanceof ASN1OctetString nonce
        && nonce.getOctetsLength() > 0
        && nonce.getOctetsLength() <= 64) {
      return nonce.getOctets();
    }
    throw ScepProblem.unreadable("no nonce of 1 to 64 bytes");
  }

  private static ASN1Encodable value(AttributeTable attributes, ASN1ObjectIdentifier type)
      throws ScepProblem {
    Attribute attribute = attributes.get(type);
    if (attribute == null || attribute.getAttrValues().size() != 1) {
      throw ScepProblem.unreadable("not one attribute " + type);
    }
    return attribute.getAttrValues().getObjectAt(0);
  }
}
