// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import daybook.ops.simulator.identity.Identity;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A private authority: of the server's TLS, or of identities that others issued. */
record TlsAuthority(Identity root) {
  static TlsAuthority of(String name) {
    return new TlsAuthority(make(name, name, null, Instant.now(), true));
  }

  /** A server's certificate for this machine's names. */
  Identity server(String commonName) {
    return make(commonName, name(), root, Instant.now(), false);
  }

  /** A device's identity whose time began then, for a year. */
  Identity device(String commonName, Instant from) {
    return make(commonName, name(), root, from, false);
  }

  /** Writes both files that Daybook is given, and returns their settings. */
  void write(Identity server, Path folder) {
    try {
      Files.writeString(folder.resolve("tls.pem"), pem(server) + pem(root));
      Files.writeString(folder.resolve("tls.key"), block("PRIVATE KEY", server.key().getEncoded()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static String pem(Identity identity) {
    return block("CERTIFICATE", identity.der());
  }

  private String name() {
    return root.certificate().getSubject().toString().substring("CN=".length());
  }

  private static String block(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  private static Identity make(
      String name, String issuer, Identity signer, Instant from, boolean authority) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Name("CN=" + issuer),
              BigInteger.valueOf(System.nanoTime()),
              Date.from(from.minus(Duration.ofHours(1))),
              Date.from(from.plus(Duration.ofDays(365))),
              new X500Name("CN=" + name),
              pair.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      if (!authority) {
        KeyPurposeId[] uses = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
        GeneralName[] names = {
          new GeneralName(GeneralName.dNSName, "localhost"),
          new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        };
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(uses));
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
      }
      return new Identity(
          builder.build(
              new JcaContentSignerBuilder("SHA256withRSA")
                  .build(signer == null ? pair.getPrivate() : signer.key())),
          pair.getPrivate());
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }
}
