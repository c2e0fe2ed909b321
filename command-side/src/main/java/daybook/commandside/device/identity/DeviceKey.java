// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** The public key of a device's certificate, ready to verify: RSA by the JDK, EC faster by BC. */
sealed interface DeviceKey {
  /** A verification of signatures made over the named digest. */
  SignatureCheck check(DigestName digest);

  /** Whether a signature algorithm belongs to this kind of key. */
  boolean fits(DigestName.Family family);

  /** Takes what was signed, then compares. */
  interface SignatureCheck {
    void update(byte[] buffer, int offset, int count);

    boolean matches(byte[] signature);
  }

  /**
   * @throws UnreadableIdentity when it is neither RSA nor EC
   */
  static DeviceKey of(SubjectPublicKeyInfo info) {
    try {
      var algorithm = info.getAlgorithm().getAlgorithm();
      if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
        return new Rsa(
            KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(info.getEncoded("DER"))));
      } else if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
        return new Ec(PublicKeyFactory.createKey(info));
      }
    } catch (GeneralSecurityException | java.io.IOException | RuntimeException e) {
      throw UnreadableIdentity.certificate("the certificate's key can't be read");
    }
    throw UnreadableIdentity.certificate("the certificate's key is neither RSA nor EC");
  }

  record Rsa(PublicKey key) implements DeviceKey {
    @Override
    public boolean fits(DigestName.Family family) {
      return family == DigestName.Family.RSA;
    }

    @Override
    public SignatureCheck check(DigestName digest) {
      try {
        Signature verification = Signature.getInstance(digest.withRsa());
        verification.initVerify(key);
        return new RsaCheck(verification);
      } catch (GeneralSecurityException e) {
        throw UnreadableIdentity.certificate("the certificate's key can't be used");
      }
    }
  }

  record RsaCheck(Signature verification) implements SignatureCheck {
    @Override
    public void update(byte[] buffer, int offset, int count) {
      try {
        verification.update(buffer, offset, count);
      } catch (SignatureException e) {
        throw new IllegalStateException("a verification that has begun takes bytes", e);
      }
    }

    @Override
    public boolean matches(byte[] signature) {
      try {
        return verification.verify(signature);
      } catch (SignatureException e) {
        return false; // not even the shape of a signature by this key
      }
    }
  }

  record Ec(CipherParameters key) implements DeviceKey {
    @Override
    public boolean fits(DigestName.Family family) {
      return family == DigestName.Family.EC;
    }

    @Override
    public SignatureCheck check(DigestName digest) {
      DSADigestSigner verification =
          new DSADigestSigner(
              new ECDSASigner(), digest.bouncyCastle(), StandardDSAEncoding.INSTANCE);
      verification.init(false, key);
      return new EcCheck(verification);
    }
  }

  record EcCheck(DSADigestSigner verification) implements SignatureCheck {
    @Override
    public void update(byte[] buffer, int offset, int count) {
      verification.update(buffer, offset, count);
    }

    @Override
    public boolean matches(byte[] signature) {
      return verification.verifySignature(signature);
    }
  }
}
