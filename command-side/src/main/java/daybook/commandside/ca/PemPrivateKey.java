// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** Private keys in PEM, as openssl and Keychain write them: traditional or PKCS#8, RSA or EC. */
public final class PemPrivateKey {
  /** Knows the ciphers of old key files; asked by name, never registered. */
  private static final Provider CIPHERS = new BouncyCastleProvider();

  private PemPrivateKey() {}

  /**
   * The first private key of a text.
   *
   * @param password of an encrypted key; null or empty: none
   * @return empty when there is none, or the password isn't its own
   */
  public static Optional<PrivateKey> read(String pem, String password) {
    char[] secret = password == null ? new char[0] : password.toCharArray();
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
        PrivateKeyInfo found = key(next, secret);
        if (found != null) {
          return Optional.of(usable(found));
        }
      }
      return Optional.empty();
    } catch (IOException
        | GeneralSecurityException
        | PKCSException
        | OperatorCreationException
        | RuntimeException e) {
      return Optional.empty(); // the reader's ways to say that it is none
    }
  }

  private static PrivateKeyInfo key(Object block, char[] password)
      throws IOException, PKCSException, OperatorCreationException {
    if (block instanceof PrivateKeyInfo plain) {
      return plain;
    } else if (block instanceof PEMKeyPair pair) {
      return pair.getPrivateKeyInfo();
    } else if (block instanceof PEMEncryptedKeyPair pair) {
      return pair.decryptKeyPair(
              new JcePEMDecryptorProviderBuilder().setProvider(CIPHERS).build(password))
          .getPrivateKeyInfo();
    } else if (block instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
      return encrypted.decryptPrivateKeyInfo(
          new JceOpenSSLPKCS8DecryptorProviderBuilder().setProvider(CIPHERS).build(password));
    }
    return null;
  }

  private static PrivateKey usable(PrivateKeyInfo info)
      throws IOException, GeneralSecurityException {
    ASN1ObjectIdentifier kind = info.getPrivateKeyAlgorithm().getAlgorithm();
    String algorithm;
    if (kind.equals(PKCSObjectIdentifiers.rsaEncryption)) {
      algorithm = "RSA";
    } else if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      algorithm = "EC";
    } else {
      throw new GeneralSecurityException("neither RSA nor EC: " + kind);
    }
    return KeyFactory.getInstance(algorithm)
        .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
  }
}
