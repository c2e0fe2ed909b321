// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.session.IssuedCertificate;
import daybook.domain.session.SessionIntent.IssueCertificate;
import java.time.Duration;
import java.time.Instant;

/** A session's certificate, which answers the same request for a day. */
record Issue(IssuedCertificate certificate, Instant at) {
  private static final Duration ANSWERED_AGAIN = Duration.ofHours(24);

  Outcome<IssuedCertificate> again(IssueCertificate intent) {
    boolean same =
        certificate.keySha256().equals(intent.certificate().keySha256())
            && certificate.transaction().equals(intent.certificate().transaction());
    if (!same) {
      return Outcome.refused(Refusal.CHALLENGE_SPENT, "a certificate was issued already");
    }
    return intent.now().isBefore(at.plus(ANSWERED_AGAIN))
        ? Outcome.accepted(certificate)
        : Outcome.refused(Refusal.SESSION_EXPIRED, "the certificate was issued at " + at);
  }
}
