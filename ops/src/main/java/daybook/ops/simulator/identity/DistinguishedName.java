// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** A subject as a proxy built on OpenSSL writes it: the last part first. */
final class DistinguishedName {
  private static final Map<ASN1ObjectIdentifier, String> WORDS =
      Map.of(
          BCStyle.CN, "CN",
          BCStyle.O, "O",
          BCStyle.OU, "OU",
          BCStyle.C, "C",
          BCStyle.L, "L",
          BCStyle.ST, "ST",
          BCStyle.UID, "UID",
          BCStyle.SERIALNUMBER, "serialNumber");

  private DistinguishedName() {}

  static String rfc2253(X500Name name) {
    List<String> parts = new ArrayList<>();
    for (RDN rdn : name.getRDNs()) {
      AttributeTypeAndValue first = rdn.getFirst();
      parts.add(
          WORDS.getOrDefault(first.getType(), first.getType().getId())
              + "="
              + IETFUtils.valueToString(first.getValue()));
    }
    Collections.reverse(parts);
    return String.join(",", parts);
  }
}
