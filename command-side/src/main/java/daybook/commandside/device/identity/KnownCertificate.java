// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import daybook.commandside.ca.DistinguishedName;
import daybook.commandside.ca.Sha256;
import daybook.commandside.session.SessionName;
import daybook.domain.enrollment.DeviceCertificate;
import daybook.domain.session.SessionId;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * A certificate that was read, with its facts, and its key once that is asked for. Read by Bouncy
 * Castle, for real ones have empty subjects, which the JDK refuses.
 */
final class KnownCertificate {
  private static final int LONGEST_NAME = 1024;

  private final X509CertificateHolder holder;
  private final DeviceCertificate facts;
  private volatile DeviceKey key;
  private volatile String subject;

  private KnownCertificate(X509CertificateHolder holder, DeviceCertificate facts) {
    this.holder = holder;
    this.facts = facts;
  }

  /**
   * @throws UnreadableIdentity when the bytes are no certificate
   */
  static KnownCertificate read(byte[] der) {
    if (!BerNesting.within(der, SignedMessage.LEVELS)) {
      throw UnreadableIdentity.certificate("the certificate is broken, or nested too deep");
    }
    try {
      X509CertificateHolder holder = new X509CertificateHolder(der);
      return new KnownCertificate(
          holder,
          new DeviceCertificate(
              Sha256.hex(holder.getEncoded()),
              holder.getNotBefore().toInstant().truncatedTo(ChronoUnit.MILLIS),
              holder.getNotAfter().toInstant().truncatedTo(ChronoUnit.MILLIS),
              name(holder.getIssuer()),
              null,
              null));
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle reads lazily, and throws many kinds of exceptions over broken bytes.
      throw UnreadableIdentity.certificate("the certificate can't be read");
    }
  }

  X509CertificateHolder holder() {
    return holder;
  }

  /** Its facts; session and mode are not: they are no facts of a certificate. */
  DeviceCertificate facts() {
    return facts;
  }

  /** Its subject's distinguished name, RFC 4514; empty when it can't be read. */
  String subject() {
    String known = subject;
    if (known == null) {
      known = readSubject();
      subject = known;
    }
    return known;
  }

  private String readSubject() {
    try {
      return name(holder.getSubject());
    } catch (IllegalArgumentException | IllegalStateException e) {
      // Bouncy Castle reads lazily: what is malformed inside shows only when it is asked for.
      return "";
    }
  }

  /** The session that its subject names, or null. */
  SessionId named() {
    try {
      return SessionName.in(holder.getSubject()).orElse(null);
    } catch (IllegalArgumentException | IllegalStateException e) {
      // Bouncy Castle reads lazily: what is malformed inside shows only when it is asked for.
      return null;
    }
  }

  /**
   * Its key; asked for after the certificate is trusted, for odd keys are costly to read.
   *
   * @throws UnreadableIdentity when we can't use it
   */
  DeviceKey key() {
    DeviceKey known = key;
    if (known == null) {
      known = DeviceKey.of(holder.getSubjectPublicKeyInfo());
      key = known;
    }
    return known;
  }

  private static String name(X500Name name) {
    String text = DistinguishedName.of(name);
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
  }
}
