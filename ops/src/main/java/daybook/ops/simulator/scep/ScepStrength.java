// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.scep;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;

/** The algorithms a client uses. */
public enum ScepStrength {
  /** DES and SHA-1, as old tools do. */
  OLD(CMSAlgorithm.DES_CBC, "SHA1withRSA"),
  /** AES-128 and SHA-256. */
  PRESENT(CMSAlgorithm.AES128_CBC, "SHA256withRSA");

  private final ASN1ObjectIdentifier cipher;
  private final String signature;

  ScepStrength(ASN1ObjectIdentifier cipher, String signature) {
    this.cipher = cipher;
    this.signature = signature;
  }

  ASN1ObjectIdentifier cipher() {
    return cipher;
  }

  String signature() {
    return signature;
  }
}
