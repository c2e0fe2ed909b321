// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * One of our authorities with its private key: signs identities, answers and profiles, and opens
 * what devices encrypt to it.
 *
 * @param name as operators call it, {@link daybook.domain.certificate.AuthorityIntent.Authority}
 */
public record SigningAuthority(String name, X509CertificateHolder certificate, PrivateKey key) {
  /** How long an identity lasts; RFC 5280 wants it within its issuer's time. */
  static final int IDENTITY_YEARS = 2;

  /** How far back an identity's time begins, for devices whose clock is behind. */
  static final Duration BACKDATED = Duration.ofHours(1);

  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * A new identity certificate for a key that was found suitable.
   *
   * @param revocationList where this authority's revocation list will be, or null
   * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.2">RFC 5280, 4.2</a>
   */
  public X509CertificateHolder issue(
      SubjectPublicKeyInfo key, X500Name subject, URI revocationList, Instant now) {
    Instant end = now.atOffset(ZoneOffset.UTC).plusYears(IDENTITY_YEARS).toInstant();
    Instant last = certificate.getNotAfter().toInstant();
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            certificate.getSubject(),
            randomSerial(),
            Date.from(now.minus(BACKDATED)),
            Date.from(end.isBefore(last) ? end : last),
            subject,
            key);
    X509ExtensionUtils ids = new BcX509ExtensionUtils();
    try {
      builder
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
          .addExtension(
              Extension.keyUsage,
              true,
              new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
          .addExtension(
              Extension.extendedKeyUsage,
              false,
              new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
          .addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              ids.createAuthorityKeyIdentifier(certificate));
      if (revocationList != null) {
        builder.addExtension(Extension.cRLDistributionPoints, false, points(revocationList));
      }
      return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(this.key));
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException("an authority that can't sign", e);
    }
  }

  private static CRLDistPoint points(URI list) {
    GeneralName name = new GeneralName(GeneralName.uniformResourceIdentifier, list.toString());
    return new CRLDistPoint(
        new DistributionPoint[] {
          new DistributionPoint(new DistributionPointName(new GeneralNames(name)), null, null)
        });
  }

  /** A random positive number of 128 bits. */
  static BigInteger randomSerial() {
    return new BigInteger(127, RANDOM).setBit(127);
  }
}
