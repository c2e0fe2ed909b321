// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** Apple's push certificate portal in a test: signs requests as certificates with a topic. */
final class StandInApple {
  private static final String SIMULATION = "com.apple.mgmt.External.simulation";

  private final X500Name name = new X500Name("CN=Apple of the test");
  private final KeyPair keys = keys();
  private final X509CertificateHolder root =
      sign(name, SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()), true);
  private long serial = 1;

  /** Lays out the credentials of a simulation's push service, so that it trusts this Apple. */
  StandInApple trustedBy(Path home) {
    Path folder = home.resolve("simulation").resolve("apns");
    KeyPair server = keys();
    KeyPair push = keys();
    write(folder, "ca.pem", pem(root));
    write(folder, "server-key.pem", pem(pkcs8(server)));
    write(folder, "server-certificate.pem", pem(sign(new X500Name("CN=localhost"), of(server))));
    write(folder, "push-key.pem", pem(pkcs8(push)));
    write(folder, "push-certificate.pem", pem(sign(subject(SIMULATION), of(push))));
    return this;
  }

  /** PEM of what Apple makes of a request: the subject is Apple's, the key is the request's. */
  String certificate(byte[] der, String topic) {
    try {
      PKCS10CertificationRequest request = new PKCS10CertificationRequest(der);
      if (!request.isSignatureValid(
          new JcaContentVerifierProviderBuilder().build(request.getSubjectPublicKeyInfo()))) {
        throw new AssertionError("the request's signature isn't its key's");
      }
      return pem(sign(subject(topic), request.getSubjectPublicKeyInfo()));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** PEM of a vendor's certificate, of the root above it, and of the vendor's key. */
  record Vendor(String certificates, String key) {}

  Vendor vendor() {
    KeyPair pair = keys();
    return new Vendor(
        pem(sign(new X500Name("CN=MDM Vendor of the test"), of(pair))) + pem(root),
        pem(pkcs8(pair)));
  }

  private static X500Name subject(String topic) {
    return new X500NameBuilder().addRDN(BCStyle.UID, topic).addRDN(BCStyle.CN, "APSP:test").build();
  }

  private X509CertificateHolder sign(X500Name subject, SubjectPublicKeyInfo key) {
    return sign(subject, key, false);
  }

  private X509CertificateHolder sign(X500Name subject, SubjectPublicKeyInfo key, boolean ca) {
    try {
      Instant now = Instant.now();
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
              name,
              BigInteger.valueOf(++serial),
              Date.from(now.minus(Duration.ofHours(1))),
              Date.from(now.plus(Duration.ofDays(365))),
              subject,
              key);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
      return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static SubjectPublicKeyInfo of(KeyPair pair) {
    return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Object pkcs8(KeyPair pair) {
    try {
      return new JcaPKCS8Generator(pair.getPrivate(), null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String pem(Object thing) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(thing);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return text.toString();
  }

  private static void write(Path folder, String file, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
