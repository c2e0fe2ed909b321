// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.scep;

import daybook.ops.simulator.identity.Identity;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Gets a certificate as a device does: capabilities, the authority's certificate, one request by
 * POST, and of the answer the first certificate.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8894">RFC 8894</a>
 */
public final class ScepClient {
  private static final String NEW = "19";
  private static final String RENEWAL = "17";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final HttpClient http;
  private final ScepStrength strength;
  private final Clock clock;

  public ScepClient(HttpClient http, ScepStrength strength, Clock clock) {
    this.http = http;
    this.strength = strength;
    this.clock = clock;
  }

  /**
   * Asks for a first certificate.
   *
   * @param keyUsage Apple's number: 1 signing, 4 encryption, 5 both
   * @throws ScepRefused when none was issued
   */
  public Identity enroll(URI url, X500Name subject, String challenge, int keySize, int keyUsage) {
    KeyPair keys = keys(keySize);
    Identity asker = new Identity(selfSigned(new X500Name("CN=Device"), keys), keys.getPrivate());
    return ask(url, asker, NEW, keys, CertificateRequest.of(subject, keys, challenge, keyUsage));
  }

  /** Asks for a certificate that follows the present one, with the same subject and a new key. */
  public Identity renew(URI url, Identity present, int keySize, int keyUsage) {
    KeyPair keys = keys(keySize);
    X500Name subject = present.certificate().getSubject();
    return ask(url, present, RENEWAL, keys, CertificateRequest.of(subject, keys, null, keyUsage));
  }

  private Identity ask(URI url, Identity asker, String type, KeyPair keys, byte[] csr) {
    ScepTransport transport = new ScepTransport(http, url);
    if (!transport.capabilities().contains("POSTPKIOperation")) {
      throw new ScepRefused("the server doesn't take POST");
    }
    List<X509CertificateHolder> authority = transport.certificates();
    byte[] nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    PkiMessage exchange =
        new PkiMessage(
            asker,
            strength,
            type,
            transaction(keys.getPublic().getEncoded()),
            nonce,
            clock.instant());
    byte[] answer = transport.post(exchange.request(csr, recipient(authority)));
    X509CertificateHolder issued = exchange.certificate(answer, authority);
    if (!Arrays.equals(encoded(issued), keys.getPublic().getEncoded())) {
      throw new ScepRefused("the first certificate of the answer is not for the device's key");
    }
    return new Identity(issued, keys.getPrivate());
  }

  /** A registration authority's certificate where there is one, else the authority's own. */
  private static X509CertificateHolder recipient(List<X509CertificateHolder> authority) {
    for (X509CertificateHolder holder : authority) {
      KeyUsage usage = KeyUsage.fromExtensions(holder.getExtensions());
      if (usage != null && usage.hasUsages(KeyUsage.keyEncipherment)) {
        return holder;
      }
    }
    return authority.get(0);
  }

  private static byte[] encoded(X509CertificateHolder certificate) {
    try {
      return certificate.getSubjectPublicKeyInfo().getEncoded();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String transaction(byte[] publicKey) {
    try {
      return HexFormat.of()
          .withUpperCase()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(publicKey));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys(int size) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509CertificateHolder selfSigned(X500Name subject, KeyPair keys) {
    Instant now = clock.instant();
    try {
      return new JcaX509v3CertificateBuilder(
              subject,
              new BigInteger(120, RANDOM).add(BigInteger.ONE),
              Date.from(now.minus(Duration.ofHours(1))),
              Date.from(now.plus(Duration.ofHours(1))),
              subject,
              keys.getPublic())
          .addExtension(
              Extension.keyUsage,
              true,
              new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
          .build(new JcaContentSignerBuilder(strength.signature()).build(keys.getPrivate()));
    } catch (OperatorCreationException | java.io.IOException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }
}
