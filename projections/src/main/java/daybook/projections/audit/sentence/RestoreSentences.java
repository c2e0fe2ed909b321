// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.sentence;

import daybook.domain.certificate.CertificateEvent.StrayCertificateAdopted;
import daybook.domain.certificate.CertificateEvent.StrayCertificateSeen;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.restore.RestoreEvent.LogRestored;
import daybook.domain.restore.RestoreEvent.QuarantineLifted;

/** Restores of the log. */
final class RestoreSentences {
  private RestoreSentences() {}

  static void add(Sentences to) {
    to.on(
            LogRestored.class,
            (e, t) ->
                "The log was restored up to event "
                    + e.restorePoint()
                    + (e.backedUpAt() == null ? "" : " from a backup of " + e.backedUpAt())
                    + "; commands that were queued before are held.")
        .on(
            StrayCertificateSeen.class,
            (e, t) ->
                "A device that says to be "
                    + e.enrollment().value()
                    + " was turned away: it came with a certificate of ours that the log doesn't"
                    + " know.")
        .on(
            StrayCertificateAdopted.class,
            (e, t) ->
                t.who() + " adopted the certificate as that of " + e.enrollment().value() + ".")
        .on(
            EnrollmentAdopted.class,
            (e, t) ->
                "The adopted device came: it is under management again, and has told no push token"
                    + " yet.")
        .on(
            QuarantineLifted.class,
            (e, t) -> t.who() + " lifted the quarantine: what was held goes out.");
  }
}
