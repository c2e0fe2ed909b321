// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.sentence;

import daybook.domain.certificate.AuthorityEvent.CertificateAuthorityCreated;
import daybook.domain.certificate.AuthorityEvent.CertificateAuthorityRetired;
import daybook.domain.certificate.CertificateEvent.CertificateBound;
import daybook.domain.certificate.CertificateEvent.CertificateRegistered;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentConfigurationChanged;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentConfigurationCreated;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentConfigurationDeleted;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentConfigurationRevoked;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentReserved;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentSessionAdmitted;
import daybook.domain.session.SessionEvent.CertificateIssued;
import daybook.domain.session.SessionEvent.CertificatePresented;
import daybook.domain.session.SessionEvent.CertificateRefused;
import daybook.domain.session.SessionEvent.EnrollmentProfileServed;
import daybook.domain.session.SessionEvent.EnrollmentSessionOpened;
import daybook.domain.session.SessionEvent.ProofAccepted;
import daybook.domain.session.SessionEvent.ProofSessionOpened;
import daybook.domain.session.SessionEvent.RenewalSessionOpened;

/** Getting in: links, profiles, certificates and who signs them. */
final class SessionSentences {
  private SessionSentences() {}

  static void add(Sentences to) {
    to.on(EnrollmentConfigurationCreated.class, (e, t) -> created(e.configuration().details(), t))
        .on(
            EnrollmentConfigurationChanged.class,
            (e, t) ->
                t.who() + " changed the enrollment configuration “" + e.details().name() + "”.")
        .on(
            EnrollmentConfigurationDeleted.class,
            (e, t) ->
                t.who()
                    + " deleted the enrollment configuration "
                    + e.configuration().value()
                    + ".")
        .on(
            EnrollmentConfigurationRevoked.class,
            (e, t) ->
                t.who()
                    + " revoked the enrollment configuration "
                    + e.configuration().value()
                    + ".")
        .on(
            EnrollmentSessionAdmitted.class,
            (e, t) ->
                "An enrollment session was admitted, until " + Telling.minute(e.expiresAt()) + ".")
        .on(
            EnrollmentReserved.class,
            (e, t) -> "A first certificate was counted against the quota of the link.")
        .on(
            EnrollmentSessionOpened.class,
            (e, t) ->
                "An enrollment session was opened"
                    + (e.serialNumber() == null ? "" : " for serial " + e.serialNumber())
                    + ", until "
                    + Telling.minute(e.expiresAt())
                    + ".")
        .on(
            RenewalSessionOpened.class,
            (e, t) ->
                "A session was opened to renew the device's identity, until "
                    + Telling.minute(e.expiresAt())
                    + ".")
        .on(
            ProofSessionOpened.class,
            (e, t) ->
                "The device with serial "
                    + e.serialNumber()
                    + " asked to enroll over the air; it is to prove itself until "
                    + Telling.minute(e.expiresAt())
                    + ".")
        .on(ProofAccepted.class, (e, t) -> "The device proved itself over the air.")
        .on(
            EnrollmentProfileServed.class,
            (e, t) ->
                "An enrollment profile was served"
                    + (e.profile().signed() ? ", signed" : ", unsigned")
                    + ", for "
                    + e.profile().serverUrl()
                    + ".")
        .on(
            CertificateIssued.class,
            (e, t) ->
                "A certificate was issued ("
                    + Telling.hash(e.certificate().sha256())
                    + "), valid until "
                    + Telling.day(e.certificate().notAfter())
                    + ".")
        .on(
            CertificatePresented.class,
            (e, t) ->
                "The device came with a certificate of another authority ("
                    + Telling.hash(e.certificate().sha256())
                    + "), signed by “"
                    + e.certificate().issuer()
                    + "”.")
        .on(
            CertificateRefused.class,
            (e, t) -> "A certificate was refused: " + Telling.words(e.reason()) + ".")
        .on(
            CertificateRegistered.class,
            (e, t) ->
                "The certificate was registered "
                    + (e.renews() == null ? "for an enrollment." : "for a renewal."))
        .on(CertificateBound.class, (e, t) -> "The certificate was bound to the device.")
        .on(
            CertificateAuthorityCreated.class,
            (e, t) ->
                t.who()
                    + " made the certificate authority “"
                    + e.authority().subject()
                    + "”, valid until "
                    + Telling.day(e.authority().notAfter())
                    + ".")
        .on(
            CertificateAuthorityRetired.class,
            (e, t) ->
                t.who() + " ended the trust in the certificate authority “" + e.subject() + "”.");
  }

  private static String created(ConfigurationDetails details, Telling telling) {
    return telling.who()
        + " made the enrollment configuration “"
        + details.name()
        + "”"
        + (details.quota() == null ? "" : ", for " + details.quota() + " devices")
        + (details.expiresAt() == null ? "" : ", until " + Telling.minute(details.expiresAt()))
        + ".";
  }
}
