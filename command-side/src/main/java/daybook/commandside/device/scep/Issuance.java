// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import daybook.commandside.ca.CertificateAuthority;
import daybook.commandside.ca.Sha256;
import daybook.commandside.ca.SigningAuthority;
import daybook.commandside.device.enroll.PublicUrl;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.certificate.CertificateIntent.RegisterCertificate;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.session.EnrollmentConfigurationIntent.ReserveEnrollment;
import daybook.domain.session.IssuedCertificate;
import daybook.domain.session.Purpose;
import daybook.domain.session.SessionIntent.IssueCertificate;
import daybook.domain.session.SessionState;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/**
 * Issues the certificate of a session, in an order in which a crash between two steps is healed by
 * the device's next try: the configuration reserves, the session issues, the certificate is
 * registered. Each step, repeated, changes nothing.
 */
@Component
class Issuance {
  private final Intents intents;
  private final CertificateAuthority authority;
  private final IdentitySubject subjects;
  private final PublicUrl publicUrl;

  Issuance(
      Intents intents,
      CertificateAuthority authority,
      IdentitySubject subjects,
      PublicUrl publicUrl) {
    this.intents = intents;
    this.authority = authority;
    this.subjects = subjects;
    this.publicUrl = publicUrl;
  }

  /** The certificate: a new one, or the one that the same key and transaction got before. */
  Outcome<IssuedCertificate> issue(
      SessionState session, CertificateRequest request, String transaction, Caller caller) {
    Origin origin = session.renews() == null ? caller.stranger() : caller.device(session.renews());
    Outcome<IssuedCertificate> issued =
        session.issued() != null
            ? again(session, request, transaction, origin, caller.now())
            : first(session, request, transaction, origin, caller.now());
    // One that proves something enrolls nobody, and so is no identity to be known by.
    return issued.isAccepted() && session.purpose() != Purpose.PROOF
        ? register(session, issued.reply(), origin, caller.now())
        : issued;
  }

  private Outcome<IssuedCertificate> again(
      SessionState session,
      CertificateRequest request,
      String transaction,
      Origin origin,
      Instant now) {
    IssuedCertificate before = session.issued();
    return before.keySha256().equals(request.keySha256())
            && before.transaction().equals(transaction)
        ? intents.send(new IssueCertificate(session.session(), now, before), origin)
        : Outcome.refused(Refusal.CHALLENGE_SPENT, "the session has issued its certificate");
  }

  private Outcome<IssuedCertificate> first(
      SessionState session,
      CertificateRequest request,
      String transaction,
      Origin origin,
      Instant now) {
    if (!session.expiresAt().isAfter(now)) {
      return Outcome.refused(Refusal.SESSION_EXPIRED, "the session has ended");
    }
    if (session.renews() != null) {
      Outcome<Void> renewable = renewable(session.renews(), origin, now);
      if (!renewable.isAccepted()) {
        return renewable.map(none -> null);
      }
    }
    if (session.purpose() == Purpose.ENROLLMENT) {
      Outcome<Void> reserved =
          intents.send(
              new ReserveEnrollment(now, session.configuration(), session.session()), origin);
      if (!reserved.isAccepted()) {
        return reserved.map(none -> null);
      }
    }
    Outcome<SigningAuthority> signing = authority.signing(now);
    if (!signing.isAccepted()) {
      return signing.map(none -> null);
    }
    X509CertificateHolder made =
        signing
            .reply()
            .issue(
                request.key(),
                subjects.of(session.session()),
                revocationList(signing.reply()),
                now);
    return intents.send(
        new IssueCertificate(session.session(), now, describe(made, request, transaction)), origin);
  }

  /** A challenge outlives the identity that it was made to renew. */
  private Outcome<Void> renewable(EnrollmentId enrollment, Origin origin, Instant now) {
    Outcome<EnrollmentSummary> asked =
        intents.send(new DescribeEnrollment(enrollment, now), origin);
    return asked.isAccepted() && asked.reply().certificate() == null
        ? Outcome.refused(Refusal.CERTIFICATE_REVOKED, "the identity that it renews was revoked")
        : asked.map(none -> null);
  }

  private URI revocationList(SigningAuthority signing) {
    return publicUrl
        .get()
        .map(url -> URI.create(url + "/public/mdm/crl/" + signing.name() + ".crl"))
        .orElse(null);
  }

  private Outcome<IssuedCertificate> register(
      SessionState session, IssuedCertificate issued, Origin origin, Instant now) {
    return intents
        .send(
            new RegisterCertificate(
                issued.sha256(),
                now,
                session.session(),
                session.configuration(),
                session.renews(),
                issued.notBefore(),
                issued.notAfter()),
            origin)
        .map(none -> issued);
  }

  private static IssuedCertificate describe(
      X509CertificateHolder made, CertificateRequest request, String transaction) {
    try {
      byte[] der = made.getEncoded();
      return new IssuedCertificate(
          Sha256.hex(der),
          Base64.getEncoder().encodeToString(der),
          request.keySha256(),
          transaction,
          made.getSerialNumber().toString(16),
          made.getSubject().toString(),
          made.getIssuer().toString(),
          made.getNotBefore().toInstant(),
          made.getNotAfter().toInstant());
    } catch (IOException e) {
      throw new IllegalStateException("a certificate that was made can be written", e);
    }
  }
}
