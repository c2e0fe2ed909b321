// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.tls;

import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** A server's certificate, good unless one of its traits is changed, and its authority. */
public record ServerCertificate(
    String kind, int bits, String signature, List<GeneralName> names, KeyPurposeId use, int days) {
  public static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final KeyPair ROOT_KEYS = keys("RSA", 2048);
  private static final KeyPair RSA = keys("RSA", 2048);
  private static final String ROOT = "CN=Private root";

  public static ServerCertificate good() {
    return new ServerCertificate(
        "RSA",
        2048,
        "SHA256withRSA",
        List.of(
            new GeneralName(GeneralName.dNSName, "mdm.example.org"),
            new GeneralName(GeneralName.iPAddress, "192.0.2.7")),
        KeyPurposeId.id_kp_serverAuth,
        397);
  }

  ServerCertificate key(String other, int size) {
    return new ServerCertificate(other, size, signature, names, use, days);
  }

  ServerCertificate signedWith(String algorithm) {
    return new ServerCertificate(kind, bits, algorithm, names, use, days);
  }

  ServerCertificate named(GeneralName... others) {
    return new ServerCertificate(kind, bits, signature, List.of(others), use, days);
  }

  ServerCertificate usedFor(KeyPurposeId other) {
    return new ServerCertificate(kind, bits, signature, names, other, days);
  }

  ServerCertificate lasting(int other) {
    return new ServerCertificate(kind, bits, signature, names, use, other);
  }

  /** With its key; another each time. */
  KeyedChain chain() {
    KeyPair pair = kind.equals("RSA") && bits == 2048 ? RSA : keys(kind, bits);
    return new KeyedChain(List.of(make(pair), root()), pair.getPrivate());
  }

  public static X509CertificateHolder root() {
    try {
      return builder(ROOT, ROOT_KEYS, 3650)
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
          .build(new JcaContentSignerBuilder("SHA256withRSA").build(ROOT_KEYS.getPrivate()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public static String pem(Object... objects) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      for (Object object : objects) {
        writer.writeObject(
            object instanceof PrivateKey key
                ? new PemObject("PRIVATE KEY", key.getEncoded())
                : object);
      }
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  /** The settings of a Daybook that serves this certificate under its private root. */
  public TlsSettings settings() {
    KeyedChain chain = chain();
    return new TlsSettings(
        pem(chain.own(), root()),
        pem(chain.key()),
        true,
        pem(chain.own(), root()),
        pem(chain.key()));
  }

  private X509CertificateHolder make(KeyPair pair) {
    try {
      X509v3CertificateBuilder builder = builder("CN=server " + System.nanoTime(), pair, days);
      if (!names.isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(names.toArray(GeneralName[]::new)));
      }
      if (use != null) {
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(use));
      }
      return builder.build(new JcaContentSignerBuilder(signature).build(ROOT_KEYS.getPrivate()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509v3CertificateBuilder builder(String subject, KeyPair pair, int lasts) {
    Instant from = NOW.minus(Duration.ofHours(1));
    return new JcaX509v3CertificateBuilder(
        new X500Name(ROOT),
        BigInteger.valueOf(subject.equals(ROOT) ? 1 : System.nanoTime()),
        Date.from(from),
        Date.from(from.plus(Duration.ofDays(lasts))),
        new X500Name(subject),
        pair.getPublic());
  }

  private static KeyPair keys(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
