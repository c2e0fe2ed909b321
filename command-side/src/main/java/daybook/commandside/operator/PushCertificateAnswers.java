// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.commandside.door.Origins;
import daybook.domain.Catchup;
import daybook.domain.Log;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Subject;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.NotFound;
import daybook.domain.push.PushCertificateManagement;
import daybook.domain.push.PushCertificateState;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the routes of push certificates share: who asks, what stands, and how it is answered. */
@Component
class PushCertificateAnswers {
  /** Certificates have no view but the audit trail. */
  private static final String TRAIL = "audit";

  private static final Duration CATCH_UP = Duration.ofSeconds(2);

  private final PushCertificateManagement certificates;
  private final Origins origins;
  private final Log log;
  private final Catchup catchup;

  PushCertificateAnswers(
      PushCertificateManagement certificates, Origins origins, Log log, Catchup catchup) {
    this.certificates = certificates;
    this.origins = origins;
    this.log = log;
    this.catchup = catchup;
  }

  /** All of them; refused when the log can't be asked. */
  Outcome<List<PushCertificateState>> all(HttpServletRequest request, Object account) {
    return certificates.all(origins.asking(request, CurrentAccount.actor(account)));
  }

  /** One of them as it stands, or why it can't be told. */
  Outcome<PushCertificateState> one(long number, HttpServletRequest request, Object account) {
    return all(request, account)
        .map(
            all ->
                all.stream()
                    .filter(it -> it.number() == number)
                    .findFirst()
                    .orElseThrow(PushCertificateAnswers::noSuch));
  }

  /** A certificate as it stands after an accepted outcome. */
  ResponseEntity<Object> shown(
      Outcome<Long> outcome, HttpStatusCode status, HttpServletRequest request, Object account) {
    return read(
        done(outcome).isAccepted()
            ? one(outcome.reply(), request, account).map(PushCertificateEntry::of)
            : outcome,
        status);
  }

  /** The answer without a body. */
  ResponseEntity<Object> gone(Outcome<Void> outcome) {
    return done(outcome)
        .refusal()
        .map(PushCertificateProblem::of)
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  /** The reply, or the refusal in the API's words. */
  ResponseEntity<Object> read(Outcome<?> outcome, HttpStatusCode status) {
    return outcome
        .refusal()
        .map(PushCertificateProblem::of)
        .orElseGet(() -> ResponseEntity.status(status).body(outcome.reply()));
  }

  ResponseEntity<Object> read(Outcome<?> outcome) {
    return read(outcome, HttpStatus.OK);
  }

  Origin origin(HttpServletRequest request, Object account) {
    return origins.of(
        request,
        CurrentAccount.actor(account),
        Subject.of(CurrentAccount.in(account).account().stream()));
  }

  private static NotFound noSuch() {
    return new NotFound(PushCertificateController.NO_SUCH);
  }

  private <R> Outcome<R> done(Outcome<R> outcome) {
    if (outcome.isAccepted()) {
      catchup.await(TRAIL, log.head(), CATCH_UP);
    }
    return outcome;
  }
}
