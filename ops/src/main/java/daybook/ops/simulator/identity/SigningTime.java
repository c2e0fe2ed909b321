// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.identity;

import java.time.Instant;
import java.util.Date;
import java.util.Hashtable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;

/** What a signature tells of its time: what the device's clock says, right or wrong. */
public final class SigningTime {
  private SigningTime() {}

  public static DefaultSignedAttributeTableGenerator of(Instant now) {
    return of(new AttributeTable(new Hashtable<ASN1ObjectIdentifier, Attribute>()), now);
  }

  /** With other attributes. */
  public static DefaultSignedAttributeTableGenerator of(AttributeTable others, Instant now) {
    return new DefaultSignedAttributeTableGenerator(
        others.add(CMSAttributes.signingTime, new Time(Date.from(now))));
  }
}
