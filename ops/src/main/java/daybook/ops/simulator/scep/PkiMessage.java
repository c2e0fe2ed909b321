// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.scep;

import daybook.ops.simulator.identity.Identity;
import daybook.ops.simulator.identity.SigningTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** One exchange of PKI messages. */
final class PkiMessage {
  private static final String CERT_REP = "3";
  private static final String SUCCESS = "0";

  private final Identity signer;
  private final ScepStrength strength;
  private final String type;
  private final String transaction;
  private final byte[] nonce;
  private final Instant now;

  /**
   * Begins one.
   *
   * @param signer who signs the request and can open the answer
   * @param type {@code 19} PKCSReq, {@code 17} RenewalReq
   * @param transaction names the exchange
   * @param nonce 16 random bytes that the answer must repeat
   * @param now by the device's clock
   */
  PkiMessage(
      Identity signer,
      ScepStrength strength,
      String type,
      String transaction,
      byte[] nonce,
      Instant now) {
    this.signer = signer;
    this.strength = strength;
    this.type = type;
    this.transaction = transaction;
    this.nonce = nonce;
    this.now = now;
  }

  /** The request, encrypted for the authority. */
  byte[] request(byte[] csr, X509CertificateHolder authority) {
    try {
      CMSEnvelopedDataGenerator envelope = new CMSEnvelopedDataGenerator();
      envelope.addRecipientInfoGenerator(
          new JceKeyTransRecipientInfoGenerator(
              new JcaX509CertificateConverter().getCertificate(authority)));
      byte[] sealed =
          envelope
              .generate(
                  new CMSProcessableByteArray(csr),
                  new JceCMSContentEncryptorBuilder(strength.cipher()).build())
              .getEncoded();
      return signed(sealed);
    } catch (CMSException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("cannot make the request", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] signed(byte[] content)
      throws CMSException, IOException, OperatorCreationException {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    AttributeTable attributes = ScepAttributes.request(type, transaction, nonce);
    generator.addSignerInfoGenerator(
        new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
            .setSignedAttributeGenerator(SigningTime.of(attributes, now))
            .build(
                new JcaContentSignerBuilder(strength.signature()).build(signer.key()),
                signer.certificate()));
    generator.addCertificate(signer.certificate());
    return generator
        .generate(new CMSProcessableByteArray(content), true)
        .toASN1Structure()
        .getEncoded("DER");
  }

  /**
   * The first certificate of the answer.
   *
   * @throws ScepRefused when it is a failure, is not by the authority, or is to another request
   */
  X509CertificateHolder certificate(byte[] answer, List<X509CertificateHolder> authority) {
    try {
      CMSSignedData signed = new CMSSignedData(answer);
      SignerInformation information = verified(signed, authority);
      AttributeTable attributes = information.getSignedAttributes();
      require(
          CERT_REP.equals(ScepAttributes.text(attributes, ScepAttributes.MESSAGE_TYPE)), "type");
      require(
          transaction.equals(ScepAttributes.text(attributes, ScepAttributes.TRANSACTION_ID)),
          "transaction");
      require(
          Arrays.equals(nonce, ScepAttributes.octets(attributes, ScepAttributes.RECIPIENT_NONCE)),
          "nonce");
      if (!SUCCESS.equals(ScepAttributes.text(attributes, ScepAttributes.PKI_STATUS))) {
        String failInfo = ScepAttributes.text(attributes, ScepAttributes.FAIL_INFO);
        throw new ScepRefused("the authority refused, failInfo " + failInfo, failInfo);
      }
      return first(open((byte[]) signed.getSignedContent().getContent()));
    } catch (CMSException e) {
      throw new ScepRefused("an answer that can't be read: " + e.getMessage());
    }
  }

  private static SignerInformation verified(
      CMSSignedData signed, List<X509CertificateHolder> authority) throws CMSException {
    Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
    require(signers.size() == 1, "number of signers");
    SignerInformation information = signers.iterator().next();
    for (X509CertificateHolder holder : authority) {
      if (information.getSID().match(holder)) {
        try {
          require(
              information.verify(new JcaSimpleSignerInfoVerifierBuilder().build(holder)),
              "signature");
          return information;
        } catch (OperatorCreationException | java.security.cert.CertificateException e) {
          throw new ScepRefused("the authority's certificate can't be used: " + e.getMessage());
        }
      }
    }
    throw new ScepRefused("the answer is signed by somebody else");
  }

  private byte[] open(byte[] envelope) throws CMSException {
    CMSEnvelopedData sealed = new CMSEnvelopedData(envelope);
    JceKeyTransRecipientId self =
        new JceKeyTransRecipientId(
            new javax.security.auth.x500.X500Principal(issuer(signer.certificate())),
            signer.certificate().getSerialNumber());
    RecipientInformation recipient = sealed.getRecipientInfos().get(self);
    require(recipient != null, "recipient");
    return recipient.getContent(new JceKeyTransEnvelopedRecipient(signer.key()));
  }

  private static byte[] issuer(X509CertificateHolder certificate) {
    try {
      return certificate.getIssuer().getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static X509CertificateHolder first(byte[] bundle) throws CMSException {
    Collection<X509CertificateHolder> all =
        new CMSSignedData(bundle).getCertificates().getMatches(null);
    require(!all.isEmpty(), "number of certificates");
    return all.iterator().next();
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new ScepRefused("the answer has the wrong " + what);
    }
  }
}
