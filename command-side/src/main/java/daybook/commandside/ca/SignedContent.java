// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
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
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(now)))));
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    try {
      generator.addCertificate(authority.certificate());
      generator.addSignerInfoGenerator(
          new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(
                  new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
              .build(
                  new JcaContentSignerBuilder("SHA256withRSA").build(authority.key()),
                  authority.certificate()));
      return generator
          .generate(new CMSProcessableByteArray(content), true)
          .toASN1Structure()
          .getEncoded(ASN1Encoding.DER);
    } catch (IOException | CMSException | OperatorCreationException e) {
      throw new IllegalStateException("content that can't be signed", e);
    }
  }
}
