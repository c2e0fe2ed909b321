// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority of somebody else, with intermediates and identities to order. */
final class TestAuthority {
  final String name;
  final KeyPair key;
  final X509CertificateHolder certificate;

  private TestAuthority(String name, KeyPair key, X509CertificateHolder certificate) {
    this.name = name;
    this.key = key;
    this.certificate = certificate;
  }

  static TestAuthority root(String name, Instant now) throws Exception {
    KeyPair key = pair();
    return new TestAuthority(
        name, key, sign(name, key, name, key, now, now.plusSeconds(86_400), true, null));
  }

  TestAuthority intermediate(String subject, Instant now, Instant end) throws Exception {
    KeyPair pair = pair();
    return new TestAuthority(subject, pair, sign(name, key, subject, pair, now, end, true, null));
  }

  X509CertificateHolder identity(Instant now, Instant end, KeyPurposeId usage) throws Exception {
    return sign(name, key, "", pair(), now, end, false, usage);
  }

  static String pem(X509CertificateHolder... certificates) throws Exception {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      for (X509CertificateHolder certificate : certificates) {
        writer.writeObject(certificate);
      }
    }
    return text.toString();
  }

  private static X509CertificateHolder sign(
      String issuer,
      KeyPair issuerKey,
      String subject,
      KeyPair subjectKey,
      Instant from,
      Instant to,
      boolean authority,
      KeyPurposeId usage)
      throws Exception {
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            new X500Name("CN=" + issuer),
            BigInteger.TWO,
            Date.from(from),
            Date.from(to),
            new X500Name(subject.isEmpty() ? "" : "CN=" + subject),
            SubjectPublicKeyInfo.getInstance(subjectKey.getPublic().getEncoded()));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    if (usage != null) {
      builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(usage));
    }
    return builder.build(
        new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey.getPrivate()));
  }

  private static KeyPair pair() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }
}
