// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import daybook.commandside.ca.SigningAuthority;
import daybook.domain.Refusal;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.encodings.PKCS1Encoding;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * What a device encrypted to one of our authorities. The same key also signs certificates, so
 * nothing may tell a stranger whether a key block was well padded: a badly padded one is opened
 * with a random key, and fails where a wrong content fails.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3218#section-2.3">RFC 3218, 2.3</a>
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Envelope(
    SigningAuthority recipient,
    byte[] encryptedKey,
    ContentCipher cipher,
    byte[] iv,
    byte[] content) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Reads one and finds for which of our authorities it is. */
  static Envelope read(byte[] bytes, List<SigningAuthority> authorities) throws ScepProblem {
    Ber.requireModest(bytes);
    return ScepProblem.guard("no envelope", () -> parse(bytes, authorities));
  }

  /** Decrypts it. What comes out of an envelope that isn't ours is noise, or refused. */
  byte[] open() throws ScepProblem {
    byte[] key = ScepProblem.guard("no readable key in the envelope", this::contentKey);
    try {
      Cipher decryption = Cipher.getInstance(cipher.transformation());
      decryption.init(
          Cipher.DECRYPT_MODE, new SecretKeySpec(key, cipher.algorithm()), new IvParameterSpec(iv));
      return decryption.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw CertificateRequest.notInside();
    }
  }

  private byte[] contentKey() throws IOException, InvalidCipherTextException {
    byte[] instead = new byte[cipher.keyBytes()];
    RANDOM.nextBytes(instead);
    PKCS1Encoding rsa = new PKCS1Encoding(new RSABlindedEngine(), instead);
    rsa.init(false, PrivateKeyFactory.createKey(recipient.key().getEncoded()));
    return rsa.processBlock(encryptedKey, 0, encryptedKey.length);
  }

  private static Envelope parse(byte[] bytes, List<SigningAuthority> authorities)
      throws ScepProblem {
    ContentInfo info = ContentInfo.getInstance(bytes);
    if (!CMSObjectIdentifiers.envelopedData.equals(info.getContentType())) {
      throw ScepProblem.unreadable("no envelope inside");
    }
    EnvelopedData data = EnvelopedData.getInstance(info.getContent());
    EncryptedContentInfo inside = data.getEncryptedContentInfo();
    ContentCipher cipher = ContentCipher.of(inside.getContentEncryptionAlgorithm().getAlgorithm());
    byte[] iv =
        ASN1OctetString.getInstance(inside.getContentEncryptionAlgorithm().getParameters())
            .getOctets();
    if (iv.length != cipher.blockBytes()) {
      throw ScepProblem.unreadable("a start vector of " + iv.length + " bytes");
    }
    return find(data.getRecipientInfos(), authorities, cipher, iv, inside);
  }

  private static Envelope find(
      ASN1Set recipients,
      List<SigningAuthority> authorities,
      ContentCipher cipher,
      byte[] iv,
      EncryptedContentInfo inside)
      throws ScepProblem {
    for (ASN1Encodable element : recipients) {
      if (RecipientInfo.getInstance(element).getInfo() instanceof KeyTransRecipientInfo recipient) {
        for (SigningAuthority authority : authorities) {
          if (isFor(recipient, authority)) {
            return new Envelope(
                authority,
                encryptedKey(recipient),
                cipher,
                iv,
                inside.getEncryptedContent().getOctets());
          }
        }
      }
    }
    throw ScepProblem.unreadable("an envelope for another authority");
  }

  private static byte[] encryptedKey(KeyTransRecipientInfo recipient) throws ScepProblem {
    if (!PKCSObjectIdentifiers.rsaEncryption.equals(
        recipient.getKeyEncryptionAlgorithm().getAlgorithm())) {
      throw new ScepProblem(
          Refusal.ALGORITHM_UNSUPPORTED,
          "key transport " + recipient.getKeyEncryptionAlgorithm().getAlgorithm());
    }
    return recipient.getEncryptedKey().getOctets();
  }

  private static boolean isFor(KeyTransRecipientInfo recipient, SigningAuthority authority) {
    if (recipient.getRecipientIdentifier().isTagged()) {
      return false;
    }
    IssuerAndSerialNumber id =
        IssuerAndSerialNumber.getInstance(recipient.getRecipientIdentifier().getId());
    return id.getName().equals(authority.certificate().getIssuer())
        && id.getSerialNumber().getValue().equals(authority.certificate().getSerialNumber());
  }
}
