// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.fake;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;

/** A key and its certificate: an authority's, or a device's that can sign messages. */
public record Identity(KeyPair keys, X509CertificateHolder certificate) {
  private static final Instant NOW = Instant.parse("2026-11-24T08:15:30Z");

  /** An authority that has signed itself. */
  public static Identity authority(String name) {
    KeyPair keys = rsa();
    return make(name, name, keys, keys, true, "SHA256withRSA", NOW);
  }

  /** An authority under this one. */
  public Identity intermediate(String name) {
    return make(name(), name, keys, rsa(), true, "SHA256withRSA", NOW);
  }

  /** A device's identity with an RSA key. */
  public Identity device(String subject) {
    return make(name(), subject, keys, rsa(), false, "SHA256withRSA", NOW);
  }

  /** A device's identity that ended a year ago. */
  public Identity endedDevice(String subject) {
    Instant then = NOW.minus(Duration.ofDays(3 * 365));
    return make(name(), subject, keys, rsa(), false, "SHA256withRSA", then);
  }

  /** A device's identity with a key on P-256. */
  public Identity ecDevice(String subject) {
    return make(name(), subject, keys, generate("EC", 256), false, "SHA256withRSA", NOW);
  }

  public String sha256() {
    return hex(encoded());
  }

  public byte[] encoded() {
    try {
      return certificate.getEncoded();
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public String pem() {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  /** The value of {@code Mdm-Signature}, with signed attributes, in DER. */
  public String signature(byte[] body, String algorithm) {
    return signature(body, algorithm, false, ASN1Encoding.DER, List.of(certificate));
  }

  /** The value of {@code Mdm-Signature} as old devices make it: BER, the body itself signed. */
  public String directSignature(byte[] body, String algorithm) {
    return signature(body, algorithm, true, ASN1Encoding.BER, List.of(certificate));
  }

  /** A CMS signature around a content, as devices answer over the air. */
  public byte[] around(byte[] content) {
    return Base64.getDecoder()
        .decode(
            signature(content, "SHA1withRSA", true, ASN1Encoding.BER, List.of(certificate), true));
  }

  public String signature(
      byte[] body,
      String algorithm,
      boolean direct,
      String encoding,
      List<X509CertificateHolder> certificates) {
    return signature(body, algorithm, direct, encoding, certificates, false);
  }

  private String signature(
      byte[] body,
      String algorithm,
      boolean direct,
      String encoding,
      List<X509CertificateHolder> certificates,
      boolean around) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setDirectSignature(direct)
              .build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()), certificate));
      generator.addCertificates(new CollectionStore<>(certificates));
      CMSSignedData signed = generator.generate(new CMSProcessableByteArray(body), around);
      return Base64.getEncoder().encodeToString(signed.toASN1Structure().getEncoded(encoding));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String name() {
    return certificate.getSubject().toString();
  }

  private static Identity make(
      String issuer,
      String subject,
      KeyPair signer,
      KeyPair keys,
      boolean authority,
      String algorithm,
      Instant from) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Name(issuer),
              new BigInteger(64, new java.security.SecureRandom()),
              Date.from(from.minus(Duration.ofHours(1))),
              Date.from(from.plus(Duration.ofDays(2 * 365))),
              new X500Name(subject),
              keys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      if (!authority) {
        builder.addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
      }
      return new Identity(
          keys, builder.build(new JcaContentSignerBuilder(algorithm).build(signer.getPrivate())));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair rsa() {
    return generate("RSA", 2048);
  }

  private static KeyPair generate(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
