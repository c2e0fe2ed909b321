// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.tls;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * What Apple's systems want of a server's certificate: RSA of 2048 bits or EC of 256, SHA-2, the
 * host's name among the subject's alternative names, meant for servers, 825 days at most.
 *
 * @see <a href="https://support.apple.com/en-us/103769">Requirements for trusted certificates in
 *     iOS 13 and macOS 10.15</a>
 */
final class AppleTlsRules {
  private static final Duration LONGEST = Duration.ofDays(825);
  private static final Duration SOON = Duration.ofDays(14);
  private static final Set<ASN1ObjectIdentifier> SHA_2 =
      Set.of(
          PKCSObjectIdentifiers.sha256WithRSAEncryption,
          PKCSObjectIdentifiers.sha384WithRSAEncryption,
          PKCSObjectIdentifiers.sha512WithRSAEncryption,
          X9ObjectIdentifiers.ecdsa_with_SHA256,
          X9ObjectIdentifiers.ecdsa_with_SHA384,
          X9ObjectIdentifiers.ecdsa_with_SHA512);

  private AppleTlsRules() {}

  /**
   * What fails, a clause each; empty when devices take the chain.
   *
   * @param hosts the names by which devices reach it
   */
  static List<String> failures(List<X509CertificateHolder> chain, Set<String> hosts, Instant now) {
    X509CertificateHolder own = chain.get(0);
    List<String> found = new ArrayList<>();
    for (X509CertificateHolder each : chain) {
      weaknesses(each, found);
    }
    hosts.stream()
        .filter(host -> !AlternativeNames.of(own).cover(host))
        .forEach(
            host -> found.add("its subject alternative names lack " + host + " (a CN is ignored)"));
    if (!isForServers(own)) {
      found.add("its extended key usage lacks server authentication");
    }
    validity(own, now, found);
    for (int i = 1; i < chain.size(); i++) {
      if (!Issued.by(chain.get(i), chain.get(i - 1))) {
        found.add(name(chain.get(i)) + " did not issue " + name(chain.get(i - 1)));
      }
    }
    return found;
  }

  private static void weaknesses(X509CertificateHolder certificate, List<String> found) {
    String size = smallKey(certificate);
    if (size != null) {
      found.add("the key of " + name(certificate) + " is " + size);
    }
    boolean root = certificate.getSubject().equals(certificate.getIssuer());
    ASN1ObjectIdentifier signature = certificate.getSignatureAlgorithm().getAlgorithm();
    if (!root
        && !SHA_2.contains(signature)
        && !signature.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
      found.add(name(certificate) + " is not signed with SHA-2");
    }
  }

  private static String smallKey(X509CertificateHolder certificate) {
    try {
      Object key = PublicKeyFactory.createKey(certificate.getSubjectPublicKeyInfo());
      if (key instanceof RSAKeyParameters rsa) {
        int bits = rsa.getModulus().bitLength();
        return bits < 2048 ? "RSA of " + bits + " bits; 2048 are wanted" : null;
      }
      if (key instanceof ECPublicKeyParameters ec) {
        int bits = ec.getParameters().getCurve().getFieldSize();
        return bits < 256 ? "EC of " + bits + " bits; 256 are wanted" : null;
      }
      return "neither RSA nor EC";
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle throws many kinds of exceptions over broken bytes.
      return "unreadable";
    }
  }

  private static boolean isForServers(X509CertificateHolder certificate) {
    Extensions extensions = certificate.getExtensions();
    ExtendedKeyUsage usage =
        extensions == null ? null : ExtendedKeyUsage.fromExtensions(extensions);
    return usage != null && usage.hasKeyPurposeId(KeyPurposeId.id_kp_serverAuth);
  }

  private static void validity(X509CertificateHolder certificate, Instant now, List<String> found) {
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    Duration lasts = Duration.between(from, until);
    if (lasts.compareTo(LONGEST) > 0) {
      found.add("it lasts " + lasts.toDays() + " days; 825 are the most");
    }
    if (!certificate.isValidOn(Date.from(now))) {
      found.add("it is valid from " + from + " to " + until + " only");
    } else if (now.plus(SOON).isAfter(until)) {
      found.add("it ends soon, at " + until);
    }
  }

  private static String name(X509CertificateHolder certificate) {
    return certificate.getSubject().toString();
  }
}
