// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.scep;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;

/** The attributes that make a signed message a SCEP message (RFC 8894, section 3.2.1). */
final class ScepAttributes {
  private static final String ARC = "2.16.840.1.113733.1.9.";
  static final ASN1ObjectIdentifier MESSAGE_TYPE = new ASN1ObjectIdentifier(ARC + "2");
  static final ASN1ObjectIdentifier PKI_STATUS = new ASN1ObjectIdentifier(ARC + "3");
  static final ASN1ObjectIdentifier FAIL_INFO = new ASN1ObjectIdentifier(ARC + "4");
  static final ASN1ObjectIdentifier SENDER_NONCE = new ASN1ObjectIdentifier(ARC + "5");
  static final ASN1ObjectIdentifier RECIPIENT_NONCE = new ASN1ObjectIdentifier(ARC + "6");
  static final ASN1ObjectIdentifier TRANSACTION_ID = new ASN1ObjectIdentifier(ARC + "7");

  private ScepAttributes() {}

  static AttributeTable request(String messageType, String transaction, byte[] nonce) {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    put(attributes, MESSAGE_TYPE, new DERPrintableString(messageType));
    put(attributes, TRANSACTION_ID, new DERPrintableString(transaction));
    put(attributes, SENDER_NONCE, new DEROctetString(nonce));
    return new AttributeTable(attributes);
  }

  /** The text of an attribute, or null. */
  static String text(AttributeTable table, ASN1ObjectIdentifier type) {
    return first(table, type) instanceof ASN1String text ? text.getString() : null;
  }

  /** The octets of an attribute; empty when it is absent. */
  static byte[] octets(AttributeTable table, ASN1ObjectIdentifier type) {
    return first(table, type) instanceof ASN1OctetString octets ? octets.getOctets() : new byte[0];
  }

  private static ASN1Encodable first(AttributeTable table, ASN1ObjectIdentifier type) {
    Attribute attribute = table == null ? null : table.get(type);
    return attribute == null ? null : attribute.getAttributeValues()[0];
  }

  private static void put(
      ASN1EncodableVector attributes, ASN1ObjectIdentifier type, ASN1Encodable value) {
    attributes.add(new Attribute(type, new DERSet(value)));
  }
}
