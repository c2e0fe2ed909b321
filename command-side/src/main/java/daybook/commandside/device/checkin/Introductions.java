// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.commandside.device.identity.Caller;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.certificate.CertificateIntent.DescribeCertificate;
import daybook.domain.certificate.CertificateIntent.RegisterCertificate;
import daybook.domain.session.EnrollmentConfigurationIntent.ReserveEnrollment;
import daybook.domain.session.PresentedCertificate;
import daybook.domain.session.Purpose;
import daybook.domain.session.SessionId;
import daybook.domain.session.SessionIntent.DescribeSession;
import daybook.domain.session.SessionIntent.PresentCertificate;
import daybook.domain.session.SessionState;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Which session led to the certificate that a device begins with. Of ours that is known; one of
 * another issuer must name in its subject a session that was opened for such an issuer, which then
 * has its one certificate and its one device: whoever knows the issuer's challenge, or another
 * device's certificate, gets no further with it, and nobody gets around the quota.
 */
@Component
class Introductions {
  private final Intents intents;

  Introductions(Intents intents) {
    this.intents = intents;
  }

  /**
   * A certificate and how it came to be.
   *
   * @param unregistered the session that led to it, while only the certificate says so; or null
   */
  record Introduction(CertificateState certificate, SessionState unregistered) {}

  /** What is known of it, or what the session that it names says; leaves no trace. */
  Outcome<Introduction> find(Telling telling, Origin asking) {
    Outcome<CertificateState> known =
        intents.send(new DescribeCertificate(telling.caller().sha256(), telling.now()), asking);
    if (!known.isAccepted() || isKnown(known.reply())) {
      return known.map(state -> new Introduction(state, null));
    }
    SessionId named = telling.caller().named();
    if (named == null) {
      return Outcome.refused(
          Refusal.SESSION_UNKNOWN, "the certificate's subject names no enrollment session");
    }
    Outcome<SessionState> session = intents.send(new DescribeSession(named, telling.now()), asking);
    return session.isAccepted() ? judged(session.reply(), telling) : session.map(none -> null);
  }

  /** Certificates of other issuers were bound without a session once. */
  private static boolean isKnown(CertificateState state) {
    return state.session() != null || state.boundTo() != null;
  }

  private static Outcome<Introduction> judged(SessionState session, Telling telling) {
    if (session.purpose() == Purpose.PROOF) {
      return Outcome.refused(
          Refusal.SESSION_UNKNOWN, "the session that it names is for no enrollment");
    }
    if (session.isOurs()) {
      return Outcome.refused(
          Refusal.CERTIFICATE_OF_ANOTHER_ISSUER,
          "the session that it names is for a certificate of our own authority");
    }
    PresentedCertificate before = session.presented();
    if (before != null && !before.isSame(presented(telling))) {
      return Outcome.refused(
          Refusal.SESSION_SPENT, "the session that it names has its certificate and device");
    }
    if (before == null && !telling.now().isBefore(session.expiresAt())) {
      return Outcome.refused(
          Refusal.SESSION_EXPIRED, "the session ended at " + session.expiresAt());
    }
    CertificateState introduced =
        new CertificateState(session.session(), session.configuration(), session.renews(), null);
    return Outcome.accepted(new Introduction(introduced, session));
  }

  /**
   * Registers a certificate that wasn't. In an order in which a crash between two steps is healed
   * by the device's next try: each step, repeated, changes nothing.
   */
  Outcome<Void> register(Introduction introduction, Telling telling, Origin origin) {
    SessionState session = introduction.unregistered();
    Outcome<Void> told = Outcome.accepted();
    if (session == null) {
      return told;
    }
    Instant now = telling.now();
    if (session.presented() == null && session.purpose() == Purpose.ENROLLMENT) {
      told =
          intents.send(
              new ReserveEnrollment(now, session.configuration(), session.session()), origin);
    }
    if (told.isAccepted()) {
      told =
          intents.send(new PresentCertificate(session.session(), now, presented(telling)), origin);
    }
    return told.isAccepted()
        ? intents.send(registered(session, telling.caller(), now), origin)
        : told;
  }

  private static RegisterCertificate registered(SessionState session, Caller caller, Instant now) {
    return new RegisterCertificate(
        caller.sha256(),
        now,
        session.session(),
        session.configuration(),
        session.renews(),
        caller.certificate().notBefore(),
        caller.certificate().notAfter());
  }

  private static PresentedCertificate presented(Telling telling) {
    Caller caller = telling.caller();
    return new PresentedCertificate(
        caller.sha256(), caller.certificate().issuer(), telling.enrollment());
  }
}
