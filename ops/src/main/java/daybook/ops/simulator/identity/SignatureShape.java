// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** The two shapes of {@code Mdm-Signature} that real devices send. */
public enum SignatureShape {
  /** BER of indefinite length, SHA-1, no signed attributes: the signature is over the body. */
  BARE("SHA1withRSA", true, ASN1Encoding.BER),
  /** DER, SHA-256, signed attributes with the signing time. */
  ATTRIBUTES("SHA256withRSA", false, ASN1Encoding.DER);

  private final String algorithm;
  private final boolean direct;
  private final String encoding;

  SignatureShape(String algorithm, boolean direct, String encoding) {
    this.algorithm = algorithm;
    this.direct = direct;
    this.encoding = encoding;
  }

  /** The detached signature of a body, as the value of the header: base64 without line breaks. */
  public String header(Identity identity, byte[] body) {
    return header(identity, body, Instant.now());
  }

  /** As {@link #header(Identity, byte[])}, at a time by the device's clock. */
  String header(Identity identity, byte[] body, Instant now) {
    return Base64.getEncoder().encodeToString(sign(identity, body, now));
  }

  /** The detached signature of a body. */
  public byte[] sign(Identity identity, byte[] body) {
    return sign(identity, body, Instant.now());
  }

  private byte[] sign(Identity identity, byte[] body, Instant now) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(signer(identity, now));
      generator.addCertificate(identity.certificate());
      CMSSignedData signed = generator.generate(new CMSProcessableByteArray(body), false);
      return signed.toASN1Structure().getEncoded(encoding);
    } catch (OperatorCreationException | CMSException e) {
      throw new IllegalStateException("cannot sign", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SignerInfoGenerator signer(Identity identity, Instant now)
      throws OperatorCreationException {
    ContentSigner signer = new JcaContentSignerBuilder(algorithm).build(identity.key());
    return new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
        .setDirectSignature(direct)
        .setSignedAttributeGenerator(SigningTime.of(now))
        .build(signer, identity.certificate());
  }
}
