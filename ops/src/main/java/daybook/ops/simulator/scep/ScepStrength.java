// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.scep;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** The algorithms a client uses. */
public enum ScepStrength {
  /** DES and SHA-1, as old tools do. */
  OLD("1.3.14.3.2.7", "SHA1withRSA"),
  /** AES-128 and SHA-256. */
  PRESENT("2.16.840.1.101.3.4.1.2", "SHA256withRSA");

  private final String cipher;
  private final String signature;

  ScepStrength(String cipher, String signature) {
    this.cipher = cipher;
    this.signature = signature;
  }

  ASN1ObjectIdentifier cipher() {
    return new ASN1ObjectIdentifier(cipher);
  }

  String signature() {
    return signature;
  }
}
