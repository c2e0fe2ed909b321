// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.apple.apns;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority for tests, and the certificates of a push service and of its senders. */
public final class PushPki {
  /** A certificate and its key. */
  public record Identity(X509Certificate certificate, PrivateKey key) {
    /** The certificate as PEM. */
    public String pem() {
      return PushPki.pem("CERTIFICATE", encoded(certificate));
    }

    /** The key as PKCS#8 PEM. */
    public String keyPem() {
      return PushPki.pem("PRIVATE KEY", key.getEncoded());
    }
  }

  private static final AtomicLong SERIAL = new AtomicLong(1);

  private final Identity authority;
  private final Instant now;

  /** Makes an authority whose certificates are valid around a moment. */
  public PushPki(Instant now) {
    this.now = now;
    this.authority = issue(null, new X500Name("CN=Test Push CA"), pair("RSA"), now, true);
  }

  public Identity authority() {
    return authority;
  }

  /** A certificate for {@code localhost}. */
  public Identity server() {
    return issue(authority, new X500Name("CN=localhost"), pair("RSA"), now, false);
  }

  /** A push certificate of a topic, valid for a year. */
  public Identity push(String topic) {
    return push(topic, "RSA", now);
  }

  /** A push certificate with a key of an algorithm, valid for a year from a day before. */
  public Identity push(String topic, String algorithm, Instant from) {
    X500NameBuilder subject = new X500NameBuilder().addRDN(BCStyle.CN, "APSP:test");
    if (topic != null) {
      subject.addRDN(BCStyle.UID, topic);
    }
    return issue(authority, subject.build(), pair(algorithm), from, false);
  }

  /** PEM text of any kind. */
  public static String pem(String type, byte[] der) {
    return "-----BEGIN "
        + type
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + type
        + "-----\n";
  }

  private static Identity issue(
      Identity issuer, X500Name subject, KeyPair pair, Instant from, boolean ca) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer == null
                  ? subject
                  : X500Name.getInstance(
                      issuer.certificate().getSubjectX500Principal().getEncoded()),
              BigInteger.valueOf(SERIAL.getAndIncrement()),
              Date.from(from.minus(Duration.ofDays(1))),
              Date.from(from.plus(Duration.ofDays(365))),
              subject,
              pair.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
      PrivateKey signing = issuer == null ? pair.getPrivate() : issuer.key();
      return new Identity(
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(signing))),
          pair.getPrivate());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair pair(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
      return generator.generateKeyPair();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
