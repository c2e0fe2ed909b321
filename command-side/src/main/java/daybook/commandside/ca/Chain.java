// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * Finds a way from a certificate up to one that is trusted. Bouncy Castle's types throughout: real
 * identities have empty subjects, which the JDK won't read.
 *
 * @param anchors trusted as they are: only names, constraints and keys of theirs are used
 * @param helpers certificates that came along, trusted for nothing
 */
record Chain(List<X509CertificateHolder> anchors, List<X509CertificateHolder> helpers) {
  private static final int LONGEST = 6;
  private static final int MOST_HELPERS = 8;
  private static final String MD5_RSA = "1.2.840.113549.1.1.4";

  /** What a critical extension may be, here: what is checked, or says nothing about trust. */
  private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
      Set.of(
          Extension.basicConstraints,
          Extension.keyUsage,
          Extension.extendedKeyUsage,
          Extension.subjectAlternativeName);

  /** Whether a way leads from the certificate, as a client's, to an anchor. */
  boolean reaches(X509CertificateHolder certificate, Instant now) {
    return isClient(certificate) && understood(certificate) && leadsUp(certificate, 0, now);
  }

  private boolean leadsUp(X509CertificateHolder certificate, int below, Instant now) {
    if (anchors.stream().anyMatch(a -> mayIssue(a, below) && signed(a, certificate))) {
      return true;
    }
    return below < LONGEST
        && helpers.stream()
            .limit(MOST_HELPERS)
            .filter(helper -> mayIssue(helper, below) && helper.isValidOn(Date.from(now)))
            .filter(helper -> understood(helper) && signed(helper, certificate))
            .anyMatch(helper -> leadsUp(helper, below + 1, now));
  }

  private static boolean isClient(X509CertificateHolder certificate) {
    Extensions extensions = certificate.getExtensions();
    ExtendedKeyUsage usage =
        extensions == null ? null : ExtendedKeyUsage.fromExtensions(extensions);
    return usage == null
        || usage.hasKeyPurposeId(KeyPurposeId.id_kp_clientAuth)
        || usage.hasKeyPurposeId(KeyPurposeId.anyExtendedKeyUsage);
  }

  private static boolean understood(X509CertificateHolder certificate) {
    return UNDERSTOOD.containsAll(certificate.getCriticalExtensionOIDs());
  }

  /** Whether it may sign certificates with {@code below} authorities under it. */
  private static boolean mayIssue(X509CertificateHolder issuer, int below) {
    Extensions extensions = issuer.getExtensions();
    BasicConstraints constraints =
        extensions == null ? null : BasicConstraints.fromExtensions(extensions);
    if (constraints == null || !constraints.isCA()) {
      return false;
    }
    if (constraints.getPathLenConstraint() != null
        && constraints.getPathLenConstraint().intValue() < below) {
      return false;
    }
    KeyUsage usage = KeyUsage.fromExtensions(extensions);
    return usage == null || usage.hasUsages(KeyUsage.keyCertSign);
  }

  private static boolean signed(X509CertificateHolder issuer, X509CertificateHolder subject) {
    if (!issuer.getSubject().equals(subject.getIssuer())
        || subject.getSignatureAlgorithm().getAlgorithm().getId().equals(MD5_RSA)) {
      return false;
    }
    try {
      return subject.isSignatureValid(new JcaContentVerifierProviderBuilder().build(issuer));
    } catch (CertException | OperatorCreationException | CertificateException e) {
      return false;
    }
  }
}
