// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import daybook.commandside.ca.SigningAuthority;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.bc.BcRSAKeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Writes the answer to a request, RFC 8894 section 3.3.2, in the shape that real clients can read:
 * the outer signature in DER (Bouncy Castle's own BER has indefinite lengths, which some refuse);
 * the envelope in BER with a constructed encryptedContent (some take no other); in it the issued
 * certificate alone (some take the first of several as theirs).
 */
record CertRep(SigningAuthority authority, PkiMessage request, Instant now) {
  private static final String TYPE = "3";
  private static final String SUCCESS = "0";
  private static final String FAILURE = "2";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The certificate, encrypted to the request's signer with the request's cipher. */
  byte[] success(X509CertificateHolder issued, ContentCipher cipher) {
    try {
      CMSEnvelopedDataGenerator envelope = new CMSEnvelopedDataGenerator();
      envelope.addRecipientInfoGenerator(
          new BcRSAKeyTransRecipientInfoGenerator(request.signerCertificate()));
      byte[] content =
          envelope
              .generate(
                  new CMSProcessableByteArray(bundle(issued)),
                  new JceCMSContentEncryptorBuilder(cipher.oid()).build())
              .getEncoded();
      return signed(SUCCESS, null, content);
    } catch (IOException | CMSException | OperatorCreationException e) {
      throw new IllegalStateException("an answer that can't be written", e);
    }
  }

  /** The refusal, signed, without an envelope. */
  byte[] failure(FailInfo info) {
    try {
      return signed(FAILURE, info, null);
    } catch (IOException | CMSException | OperatorCreationException e) {
      throw new IllegalStateException("an answer that can't be written", e);
    }
  }

  private static byte[] bundle(X509CertificateHolder issued) throws IOException, CMSException {
    CMSSignedDataGenerator bundle = new CMSSignedDataGenerator();
    bundle.addCertificate(issued);
    return der(bundle.generate(new CMSAbsentContent()));
  }

  private byte[] signed(String status, FailInfo info, byte[] content)
      throws IOException, CMSException, OperatorCreationException {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addCertificate(authority.certificate());
    generator.addSignerInfoGenerator(
        new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
            .setSignedAttributeGenerator(plain(attributes(status, info)))
            .build(
                new JcaContentSignerBuilder(request.digest().withRsa()).build(authority.key()),
                authority.certificate()));
    return der(
        content == null
            ? generator.generate(new CMSAbsentContent(), false)
            : generator.generate(new CMSProcessableByteArray(content), true));
  }

  private AttributeTable attributes(String status, FailInfo info) {
    byte[] nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    ASN1EncodableVector all = new ASN1EncodableVector();
    all.add(attribute(PkiMessage.MESSAGE_TYPE, new DERPrintableString(TYPE)));
    all.add(attribute(PkiMessage.PKI_STATUS, new DERPrintableString(status)));
    if (info != null) {
      all.add(attribute(PkiMessage.FAIL_INFO, new DERPrintableString(info.number())));
    }
    all.add(attribute(PkiMessage.TRANSACTION_ID, new DERPrintableString(request.transactionId())));
    all.add(attribute(PkiMessage.SENDER_NONCE, new DEROctetString(nonce)));
    all.add(attribute(PkiMessage.RECIPIENT_NONCE, new DEROctetString(request.senderNonce())));
    all.add(attribute(CMSAttributes.signingTime, new Time(Date.from(now))));
    return new AttributeTable(all);
  }

  private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new Attribute(type, new DERSet(value));
  }

  /** Only what SCEP knows: without the algorithm protection that Bouncy Castle adds. */
  private static CMSAttributeTableGenerator plain(AttributeTable attributes) {
    DefaultSignedAttributeTableGenerator usual =
        new DefaultSignedAttributeTableGenerator(attributes);
    return (@SuppressWarnings("rawtypes")
        Map parameters) ->
        usual.getAttributes(parameters).remove(CMSAttributes.cmsAlgorithmProtect);
  }

  private static byte[] der(CMSSignedData signed) throws IOException {
    return signed.toASN1Structure().getEncoded(ASN1Encoding.DER);
  }
}
