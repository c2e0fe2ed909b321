// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import daybook.commandside.ca.RenewalSettings;
import daybook.commandside.ca.Sha256;
import daybook.commandside.ca.Trust;
import daybook.commandside.session.Challenge;
import daybook.commandside.session.SessionHistory;
import daybook.domain.Intents;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.certificate.CertificateIntent.DescribeCertificate;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.session.SessionId;
import daybook.domain.session.SessionIntent.DescribeSession;
import daybook.domain.session.SessionIntent.OpenRenewalSession;
import daybook.domain.session.SessionState;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/**
 * Admits a request that is signed by the certificate it replaces: that one must be of ours, valid
 * or not long ended, and the one that its enrollment accepts at this moment. The session it opens
 * is always the same for the same certificate, key and transaction.
 */
@Component
class RenewalAdmission {
  private final Intents intents;
  private final Trust trust;
  private final RenewalSettings settings;
  private final SessionHistory history;

  RenewalAdmission(Intents intents, Trust trust, RenewalSettings settings, SessionHistory history) {
    this.intents = intents;
    this.trust = trust;
    this.settings = settings;
    this.history = history;
  }

  /** The session of the renewal; refused unless the signer's certificate is pinned. */
  Outcome<SessionState> admit(
      X509CertificateHolder signer, CertificateRequest request, String transaction, Caller caller) {
    Instant end = signer.getNotAfter().toInstant();
    boolean ended = settings.admits(end, caller.now());
    Optional<Refusal> distrust = trust.judge(signer, List.of(), ended ? end : caller.now());
    if (distrust.isPresent()) {
      return Outcome.refused(distrust.get(), "the signer's certificate");
    }
    String sha256 = hash(signer);
    Outcome<CertificateState> asked =
        intents.send(new DescribeCertificate(sha256, caller.now()), caller.asking());
    if (!asked.isAccepted()) {
      return asked.map(none -> null);
    }
    CertificateState old = asked.reply();
    if (old.session() == null || old.boundTo() == null) {
      return Outcome.refused(Refusal.CERTIFICATE_NOT_PINNED, "no enrollment uses this certificate");
    }
    Outcome<EnrollmentSummary> enrollment =
        intents.send(new DescribeEnrollment(old.boundTo(), caller.now()), caller.asking());
    if (!enrollment.isAccepted()) {
      return enrollment.map(none -> null);
    }
    if (enrollment.reply().state() == State.UNENROLLED) {
      return Outcome.refused(Refusal.UNENROLLED, "the enrollment has ended");
    }
    if (enrollment.reply().blocked()) {
      return Outcome.refused(Refusal.DEVICE_BLOCKED, "blocked by an operator");
    }
    if (enrollment.reply().certificate() == null) {
      return Outcome.refused(Refusal.CERTIFICATE_REVOKED, "revoked by an operator");
    }
    if (!sha256.equals(enrollment.reply().certificate())) {
      return Outcome.refused(Refusal.CERTIFICATE_REPLACED, "the enrollment uses another one");
    }
    SessionId session =
        Challenge.derivedSession("renewal", sha256, request.keySha256(), transaction);
    Outcome<SessionState> opened =
        found(session, caller).orElseGet(() -> open(session, sha256, old, caller));
    return opened.isAccepted() ? carried(opened, old, caller) : opened;
  }

  private Outcome<SessionState> open(
      SessionId session, String sha256, CertificateState old, Caller caller) {
    Instant now = caller.now();
    Outcome<Void> told =
        intents.send(
            new OpenRenewalSession(
                session,
                now,
                old.boundTo(),
                old.configuration(),
                ScepIssuerId.OWN,
                sha256,
                null,
                now.plus(Admission.SESSION)),
            caller.device(old.boundTo()));
    // The same request may have opened it a moment earlier.
    return told.isAccepted() || told.refusal().get().reason() == Refusal.CHALLENGE_SPENT
        ? intents.send(new DescribeSession(session, now), caller.asking())
        : told.map(none -> null);
  }

  private Outcome<SessionState> carried(
      Outcome<SessionState> session, CertificateState old, Caller caller) {
    Outcome<Void> told =
        history.carry(
            old.session(), session.reply().session(), caller.now(), caller.device(old.boundTo()));
    return told.isAccepted() ? session : told.map(none -> null);
  }

  /** The session if it was opened before, or why it can't be asked. */
  private Optional<Outcome<SessionState>> found(SessionId session, Caller caller) {
    Outcome<SessionState> asked =
        intents.send(new DescribeSession(session, caller.now()), caller.asking());
    return asked
            .refusal()
            .filter(refused -> refused.reason() == Refusal.SESSION_UNKNOWN)
            .isPresent()
        ? Optional.empty()
        : Optional.of(asked);
  }

  private static String hash(X509CertificateHolder certificate) {
    try {
      return Sha256.hex(certificate.getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("a certificate that was trusted can be written", e);
    }
  }
}
