// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.revocation;

import daybook.commandside.ca.DistinguishedName;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.certificate.CertificateIntent.DescribeCertificate;
import daybook.domain.certificate.Revocations;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentIntent.RevokeIdentity;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.session.IssuedCertificate;
import daybook.domain.session.SessionIntent.DescribeSession;
import daybook.domain.session.SessionState;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/**
 * Revokes the pinned certificate of a device, with what a revocation list must tell of it: that is
 * read from the session in which we issued it.
 */
@Component
class IdentityRevocations implements Revocations {
  private final Intents intents;
  private final Clock clock;

  IdentityRevocations(Intents intents, Clock clock) {
    this.intents = intents;
    this.clock = clock;
  }

  @Override
  public Outcome<Void> revoke(EnrollmentId enrollment, Origin origin) {
    Outcome<Void> first = once(enrollment, origin);
    // A renewal may have come in between.
    return first
        .refusal()
        .filter(refused -> refused.reason() == Refusal.CERTIFICATE_REPLACED)
        .map(refused -> once(enrollment, origin))
        .orElse(first);
  }

  private Outcome<Void> once(EnrollmentId enrollment, Origin origin) {
    Instant now = clock.instant();
    Outcome<EnrollmentSummary> asked =
        intents.send(new DescribeEnrollment(enrollment, now), origin);
    if (!asked.isAccepted()) {
      return asked.map(none -> null);
    }
    String pinned = asked.reply().certificate();
    if (asked.reply().state() != State.NONE && pinned == null) {
      return Outcome.refused(Refusal.CERTIFICATE_REVOKED, "it was revoked before");
    }
    Outcome<X509CertificateHolder> found = issued(pinned, now, origin);
    return found.isAccepted()
        ? intents.send(intent(enrollment, pinned, found.reply(), now), origin)
        : found.map(none -> null);
  }

  /** The certificate itself; null for one that we didn't issue. */
  private Outcome<X509CertificateHolder> issued(String sha256, Instant now, Origin origin) {
    if (sha256 == null) {
      return Outcome.accepted(null);
    }
    Outcome<CertificateState> known = intents.send(new DescribeCertificate(sha256, now), origin);
    if (!known.isAccepted() || known.reply().session() == null) {
      return known.map(none -> null);
    }
    Outcome<SessionState> session =
        intents.send(new DescribeSession(known.reply().session(), now), origin);
    return session.map(
        state -> {
          IssuedCertificate issued = state.issued();
          return issued == null || !issued.sha256().equals(sha256) ? null : read(issued);
        });
  }

  private static RevokeIdentity intent(
      EnrollmentId enrollment, String pinned, X509CertificateHolder certificate, Instant now) {
    return certificate == null
        ? new RevokeIdentity(enrollment, now, pinned, null, null, null)
        : new RevokeIdentity(
            enrollment,
            now,
            pinned,
            DistinguishedName.of(certificate.getIssuer()),
            certificate.getSerialNumber().toString(16),
            certificate.getNotAfter().toInstant().truncatedTo(ChronoUnit.MILLIS));
  }

  private static X509CertificateHolder read(IssuedCertificate issued) {
    try {
      return new X509CertificateHolder(Base64.getDecoder().decode(issued.der()));
    } catch (IOException e) {
      throw new IllegalStateException("a certificate that was issued can be read", e);
    }
  }
}
