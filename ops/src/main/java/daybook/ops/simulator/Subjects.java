// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import daybook.ops.simulator.profile.ScepPayload.SubjectPart;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** The subject of a SCEP payload, with Apple's variables filled in. */
final class Subjects {
  private Subjects() {}

  static X500Name fill(List<SubjectPart> parts, Hardware hardware) {
    X500NameBuilder name = new X500NameBuilder();
    for (SubjectPart part : parts) {
      name.addRDN(type(part.type()), fill(part.value(), hardware));
    }
    return name.build();
  }

  private static String fill(String value, Hardware hardware) {
    return value
        .replace("%SerialNumber%", hardware.serialNumber())
        .replace("%HardwareUUID%", hardware.udid())
        .replace("%ComputerName%", hardware.name());
  }

  private static ASN1ObjectIdentifier type(String word) {
    return Character.isDigit(word.charAt(0))
        ? new ASN1ObjectIdentifier(word)
        : BCStyle.INSTANCE.attrNameToOID(word);
  }
}
