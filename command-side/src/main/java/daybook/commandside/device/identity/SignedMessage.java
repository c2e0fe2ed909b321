// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;

/**
 * What an {@code Mdm-Signature} header holds: a detached CMS signature by one signer, in one of two
 * shapes. With signed attributes the signature covers these, and they hold the body's digest;
 * without, it covers the body itself.
 *
 * @param signer how its certificate is named
 * @param digest the digest of the body or, without attributes, of the signature
 * @param family the kind of key that the signature's algorithm names
 * @param signedAttributes their DER, or null
 * @param bodyDigest what the attributes say; null without
 * @param certificates the DER of each that came with it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5652#section-5">RFC 5652, section 5</a>
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record SignedMessage(
    SignerIdentifier signer,
    DigestName digest,
    DigestName.Family family,
    byte[] signedAttributes,
    byte[] bodyDigest,
    byte[] signature,
    List<byte[]> certificates) {
  static final int LEVELS = 64;
  private static final int MOST_CERTIFICATES = 16;

  /**
   * @param header standard base64
   * @throws UnreadableIdentity when it holds anything else
   */
  static SignedMessage read(String header) {
    byte[] ber;
    try {
      ber = Base64.getDecoder().decode(header.strip());
    } catch (IllegalArgumentException e) {
      throw UnreadableIdentity.signature("Mdm-Signature is not base64");
    }
    return read(ber, "Mdm-Signature", SignedMessage::of);
  }

  /**
   * A body that is a CMS signature around its content.
   *
   * @param content what is signed
   */
  record Around(SignedMessage message, byte[] content) {}

  /**
   * Reads a signature with its content inside.
   *
   * @throws UnreadableIdentity when it is anything else
   */
  static Around readAround(byte[] ber) {
    return read(
        ber,
        "the body",
        data -> {
          ASN1Encodable content = data.getEncapContentInfo().getContent();
          if (content == null) {
            throw UnreadableIdentity.signature("the body has nothing inside its signature");
          }
          return new Around(of(data), ASN1OctetString.getInstance(content).getOctets());
        });
  }

  /** Makes something of what was read. */
  private interface Reader<T> {
    T read(SignedData data) throws IOException;
  }

  private static <T> T read(byte[] ber, String what, Reader<T> reader) {
    if (!BerNesting.within(ber, LEVELS)) {
      throw UnreadableIdentity.signature(what + " is broken, or nested too deep");
    }
    try (ASN1InputStream in = new ASN1InputStream(ber, true)) {
      ContentInfo info = ContentInfo.getInstance(in.readObject());
      if (info == null || !CMSObjectIdentifiers.signedData.equals(info.getContentType())) {
        throw UnreadableIdentity.signature(what + " is not a CMS SignedData");
      }
      return reader.read(SignedData.getInstance(info.getContent()));
    } catch (UnreadableIdentity e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle reads lazily, and throws many kinds of exceptions over broken bytes.
      throw UnreadableIdentity.signature(what + " is not a CMS signature");
    }
  }

  private static SignedMessage of(SignedData data) throws IOException {
    if (data.getSignerInfos().size() != 1) {
      throw UnreadableIdentity.signature("there must be exactly one signer");
    }
    SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
    DigestName digest =
        DigestName.of(signer.getDigestAlgorithm().getAlgorithm())
            .orElseThrow(() -> UnreadableIdentity.signature("the digest is unknown"));
    DigestName.Scheme scheme =
        DigestName.scheme(signer.getDigestEncryptionAlgorithm().getAlgorithm())
            .orElseThrow(() -> UnreadableIdentity.signature("the signature algorithm is unknown"));
    if (scheme.digest() != null && scheme.digest() != digest) {
      throw UnreadableIdentity.signature("the signature names two digests");
    }
    ASN1Set attributes = signer.getAuthenticatedAttributes();
    return new SignedMessage(
        signer.getSID(),
        digest,
        scheme.family(),
        attributes == null ? null : attributes.getEncoded(ASN1Encoding.DER),
        attributes == null ? null : bodyDigest(attributes),
        signer.getEncryptedDigest().getOctets(),
        certificates(data.getCertificates()));
  }

  private static byte[] bodyDigest(ASN1Set attributes) {
    ASN1Encodable type = only(attributes, CMSAttributes.contentType);
    if (!CMSObjectIdentifiers.data.equals(ASN1ObjectIdentifier.getInstance(type))) {
      throw UnreadableIdentity.signature("what is signed is not plain data");
    }
    return ASN1OctetString.getInstance(only(attributes, CMSAttributes.messageDigest)).getOctets();
  }

  /** The one value of the one attribute of a type. */
  private static ASN1Encodable only(ASN1Set attributes, ASN1ObjectIdentifier type) {
    ASN1Encodable found = null;
    for (ASN1Encodable each : attributes) {
      Attribute attribute = Attribute.getInstance(each);
      if (type.equals(attribute.getAttrType())) {
        if (found != null || attribute.getAttrValues().size() != 1) {
          throw UnreadableIdentity.signature("a signed attribute stands there more than once");
        }
        found = attribute.getAttrValues().getObjectAt(0);
      }
    }
    if (found == null) {
      throw UnreadableIdentity.signature("a signed attribute is missing");
    }
    return found;
  }

  private static List<byte[]> certificates(ASN1Set set) throws IOException {
    List<byte[]> found = new ArrayList<>();
    if (set == null) {
      return found;
    }
    if (set.size() > MOST_CERTIFICATES) {
      throw UnreadableIdentity.signature("too many certificates came along");
    }
    for (ASN1Encodable each : set) {
      if (each.toASN1Primitive() instanceof ASN1Sequence certificate) {
        found.add(certificate.getEncoded());
      }
    }
    return found;
  }
}
