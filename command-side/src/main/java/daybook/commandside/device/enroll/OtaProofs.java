// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.device.enroll.Enrollments.Terms;
import daybook.commandside.session.Challenge;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.session.EnrollmentConfigurationIntent.AdmitSession;
import daybook.domain.session.PresentedCertificate;
import daybook.domain.session.Purpose;
import daybook.domain.session.SessionId;
import daybook.domain.session.SessionIntent.AcceptProof;
import daybook.domain.session.SessionIntent.DescribeSession;
import daybook.domain.session.SessionIntent.OpenProofSession;
import daybook.domain.session.SessionIntent.PresentCertificate;
import daybook.domain.session.SessionState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The certificates between the second and the third phase. Each is for one device, signs one
 * answer, and is no identity to enroll with.
 */
@Component
class OtaProofs {
  /** Both phases follow each other at once; who is interrupted begins anew. */
  private static final Duration LASTS = Duration.ofHours(1);

  private final Intents intents;
  private final Clock clock;

  OtaProofs(Intents intents, Clock clock) {
    this.intents = intents;
    this.clock = clock;
  }

  /** Opens the session of one, and says how the device asks for it. */
  Outcome<IdentityRequest> open(Terms terms, OtaDevice device, Origin origin) {
    Instant now = clock.instant();
    Instant end = now.plus(LASTS);
    Challenge challenge = Challenge.oneUse(Challenge.newSession());
    SessionId session = challenge.session();
    Outcome<Void> told =
        intents.send(new AdmitSession(now, terms.configuration(), session, end), origin);
    if (told.isAccepted()) {
      told =
          intents.send(
              new OpenProofSession(
                  session,
                  now,
                  terms.configuration(),
                  terms.source().issuer(),
                  terms.source().challengeSha256(challenge),
                  device.serialNumber(),
                  device.udid(),
                  end),
              origin);
    }
    return told.map(none -> terms.source().request(challenge, device.serialNumber()));
  }

  /** The session of the one that signed an answer; refused unless it is this device's, and new. */
  Outcome<SessionState> judge(OtaAnswer answer, Origin asking, Origin origin) {
    SessionId named = answer.signer().named();
    if (named == null) {
      return unknown();
    }
    Instant now = clock.instant();
    Outcome<SessionState> found = intents.send(new DescribeSession(named, now), asking);
    if (!found.isAccepted()) {
      return found;
    }
    SessionState session = found.reply();
    if (session.purpose() != Purpose.PROOF) {
      return unknown();
    }
    if (!session.serialNumber().equals(answer.device().serialNumber())
        || !session.udid().equals(answer.device().udid())) {
      return Outcome.refused(
          Refusal.CERTIFICATE_OF_ANOTHER_DEVICE,
          "the certificate was made for the serial number " + session.serialNumber());
    }
    if (session.next() != null) {
      return Outcome.refused(Refusal.SESSION_SPENT, "the proof was accepted before");
    }
    if (!now.isBefore(session.expiresAt())) {
      return Outcome.refused(
          Refusal.SESSION_EXPIRED, "the session ended at " + session.expiresAt());
    }
    return session.isOurs() ? issued(session, answer) : presented(session, answer, now, origin);
  }

  private static Outcome<SessionState> issued(SessionState session, OtaAnswer answer) {
    boolean same =
        session.issued() != null && session.issued().sha256().equals(answer.signer().sha256());
    return same
        ? Outcome.accepted(session)
        : Outcome.refused(
            Refusal.CERTIFICATE_OF_ANOTHER_ISSUER,
            "the session that it names is for a certificate of our own authority");
  }

  private Outcome<SessionState> presented(
      SessionState session, OtaAnswer answer, Instant now, Origin origin) {
    PresentedCertificate certificate =
        new PresentedCertificate(
            answer.signer().sha256(),
            answer.signer().certificate().issuer(),
            answer.device().enrollment());
    return intents
        .send(new PresentCertificate(session.session(), now, certificate), origin)
        .map(none -> session);
  }

  /** Takes the proof: the enrollment goes on in another session. */
  Outcome<Void> accept(SessionState proof, SessionId next, Origin origin) {
    return intents.send(new AcceptProof(proof.session(), clock.instant(), next), origin);
  }

  private static Outcome<SessionState> unknown() {
    return Outcome.refused(
        Refusal.SESSION_UNKNOWN, "the certificate's subject names no session of a proof");
  }
}
