// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes an authority: RSA of 2048 bits, since the same key signs and is encrypted to, and old
 * devices take no other; self-signed for ten years.
 */
final class NewAuthority {
  private static final int YEARS = 10;

  private NewAuthority() {}

  /** A new one under a name that no other has. */
  static SigningAuthority make(String name, Instant now) {
    KeyPair pair = keyPair();
    X500Name subject =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.O, "Daybook")
            .addRDN(BCStyle.CN, "Daybook Device CA " + name)
            .build();
    SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            subject,
            SigningAuthority.randomSerial(),
            Date.from(now.minus(SigningAuthority.BACKDATED)),
            Date.from(now.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant()),
            subject,
            key);
    X509ExtensionUtils ids = new BcX509ExtensionUtils();
    try {
      builder
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
          .addExtension(
              Extension.keyUsage,
              true,
              new KeyUsage(
                  KeyUsage.digitalSignature
                      | KeyUsage.keyEncipherment
                      | KeyUsage.keyCertSign
                      | KeyUsage.cRLSign))
          .addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
      return new SigningAuthority(
          name,
          builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())),
          pair.getPrivate());
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException("a new authority that can't sign", e);
    }
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime makes RSA keys", e);
    }
  }
}
