// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Which public keys may get a certificate: RSA of 2048 to 4096 bits; EC on P-256, P-384, P-521. */
public final class KeyRules {
  private static final Set<ASN1ObjectIdentifier> CURVES =
      Set.of(
          SECObjectIdentifiers.secp256r1,
          SECObjectIdentifiers.secp384r1,
          SECObjectIdentifiers.secp521r1);

  private KeyRules() {}

  public static boolean suitable(SubjectPublicKeyInfo key) {
    AlgorithmIdentifier algorithm = key.getAlgorithm();
    try {
      if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
        return suitable((RSAKeyParameters) PublicKeyFactory.createKey(key));
      }
      // Bouncy Castle checks that the point is on the curve while it reads the key.
      return algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
          && algorithm.getParameters() instanceof ASN1ObjectIdentifier curve
          && CURVES.contains(curve)
          && PublicKeyFactory.createKey(key) instanceof ECPublicKeyParameters;
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }

  private static boolean suitable(RSAKeyParameters key) {
    int bits = key.getModulus().bitLength();
    BigInteger exponent = key.getExponent();
    return bits >= 2048
        && bits <= 4096
        && exponent.testBit(0)
        && exponent.bitLength() <= 64
        && exponent.compareTo(BigInteger.TWO) > 0;
  }
}
