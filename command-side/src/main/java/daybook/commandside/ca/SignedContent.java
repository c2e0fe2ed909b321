// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import java.io.IOException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Content inside a CMS signature of ours, as devices take configuration profiles. */
public final class SignedContent {
  private SignedContent() {}

  /** DER, with the content and the signer's certificate in it. */
  public static byte[] by(SigningAuthority authority, byte[] content, Instant now) {
    return by(List.of(authority.certificate()), authority.key(), content, now);
  }

  /**
   * DER, with the content and all certificates in it.
   *
   * @param chain the signer's first
   * @param key the signer's, RSA or EC
   */
  public static byte[] by(
      List<X509CertificateHolder> chain, PrivateKey key, byte[] content, Instant now) {
    String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(now)))));
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    try {
      for (X509CertificateHolder certificate : chain) {
        generator.addCertificate(certificate);
      }
      generator.addSignerInfoGenerator(
          new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(
                  new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
              .build(new JcaContentSignerBuilder(algorithm).build(key), chain.get(0)));
      return generator
          .generate(new CMSProcessableByteArray(content), true)
          .toASN1Structure()
          .getEncoded(ASN1Encoding.DER);
    } catch (IOException | CMSException | OperatorCreationException e) {
      throw new IllegalStateException("content that can't be signed", e);
    }
  }
}
