// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.apns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority of the simulation's own, made anew each time; it signs the stand-in's
 * server certificate and the push certificate, and its key is forgotten after that.
 */
final class StandInAuthority {
  private static final Duration VALIDITY = Duration.ofDays(3650);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final X500Name name = new X500Name("CN=Stand-in push authority,O=Daybook simulation");
  private final KeyPair keys = keys();
  private final Instant now;

  StandInAuthority(Clock clock) {
    now = clock.instant();
  }

  static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String certificate() {
    try {
      return sign(
          builder(name, keys.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server certificate for this machine's names. */
  String server(PublicKey key) {
    GeneralName[] names = {
      new GeneralName(GeneralName.dNSName, "localhost"),
      new GeneralName(GeneralName.iPAddress, "127.0.0.1")
    };
    try {
      return sign(
          builder(new X500Name("CN=localhost"), key)
              .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A push certificate with a topic of its own, shaped as Apple's are. */
  String push(PublicKey key) {
    String topic = "com.apple.mgmt.External." + UUID.randomUUID();
    X500Name subject =
        new X500NameBuilder()
            .addRDN(BCStyle.UID, topic)
            .addRDN(BCStyle.CN, "APSP:" + topic.substring(topic.lastIndexOf('.') + 1))
            .addRDN(BCStyle.C, "US")
            .build();
    return sign(builder(subject, key));
  }

  private X509v3CertificateBuilder builder(X500Name subject, PublicKey key) {
    return new JcaX509v3CertificateBuilder(
        name,
        new BigInteger(120, RANDOM).add(BigInteger.ONE),
        Date.from(now.minus(Duration.ofHours(1))),
        Date.from(now.plus(VALIDITY)),
        subject,
        key);
  }

  private String sign(X509v3CertificateBuilder builder) {
    try {
      X509CertificateHolder signed =
          builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()));
      return Pem.of("CERTIFICATE", signed.getEncoded());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("cannot sign", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
