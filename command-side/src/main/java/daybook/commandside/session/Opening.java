// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import daybook.domain.DomainEvent;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.IssuedCertificate;
import daybook.domain.session.PresentedCertificate;
import daybook.domain.session.Purpose;
import daybook.domain.session.SessionEvent.EnrollmentSessionOpened;
import daybook.domain.session.SessionEvent.ProofSessionOpened;
import daybook.domain.session.SessionEvent.RenewalSessionOpened;
import daybook.domain.session.SessionId;
import daybook.domain.session.SessionState;
import java.time.Instant;

/** For what a session was opened. */
record Opening(
    Purpose purpose,
    ConfigurationId configuration,
    EnrollmentId renews,
    ScepIssuerId issuer,
    String replaces,
    String challengeSha256,
    String serialNumber,
    String udid,
    Instant expiresAt) {

  static Opening by(DomainEvent event) {
    if (event instanceof ProofSessionOpened proof) {
      return of(proof);
    }
    return event instanceof RenewalSessionOpened renewal
        ? of(renewal)
        : of((EnrollmentSessionOpened) event);
  }

  static Opening of(EnrollmentSessionOpened it) {
    return new Opening(
        Purpose.ENROLLMENT,
        it.configuration(),
        null,
        it.issuer(),
        null,
        it.challengeSha256(),
        it.serialNumber(),
        null,
        it.expiresAt());
  }

  static Opening of(ProofSessionOpened it) {
    return new Opening(
        Purpose.PROOF,
        it.configuration(),
        null,
        it.issuer(),
        null,
        it.challengeSha256(),
        it.serialNumber(),
        it.udid(),
        it.expiresAt());
  }

  static Opening of(RenewalSessionOpened it) {
    return new Opening(
        Purpose.RENEWAL,
        it.configuration(),
        it.enrollment(),
        it.issuer(),
        it.replaces(),
        it.challengeSha256(),
        null,
        null,
        it.expiresAt());
  }

  SessionState state(
      SessionId session, IssuedCertificate issued, PresentedCertificate presented, SessionId next) {
    return new SessionState(
        session,
        purpose,
        configuration,
        renews,
        issuer,
        challengeSha256,
        serialNumber,
        udid,
        expiresAt,
        issued,
        presented,
        next);
  }
}
