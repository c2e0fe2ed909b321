// SPDX-License-Identifier: Apache-2.0
package daybook.domain.certificate;

import daybook.domain.Intent;
import daybook.domain.StreamId;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.SessionId;
import java.time.Instant;

/** Everything that may be asked of one certificate; {@code sha256} is lower-case hex of its DER. */
public sealed interface CertificateIntent<R> extends Intent<R> {
  String sha256();

  @Override
  default StreamId target() {
    return StreamId.of("certificate", sha256());
  }

  /** Asks; a certificate of which nothing is known has null everywhere. */
  record DescribeCertificate(String sha256, Instant now)
      implements CertificateIntent<CertificateState> {}

  /** Makes known from which session a certificate comes. Repeating it changes nothing. */
  record RegisterCertificate(
      String sha256,
      Instant now,
      SessionId session,
      ConfigurationId configuration,
      EnrollmentId renews,
      Instant notBefore,
      Instant notAfter)
      implements CertificateIntent<Void> {}

  /**
   * Binds a certificate to the one enrollment that may use it, for ever. Refused with {@code
   * CERTIFICATE_OF_ANOTHER_DEVICE}. Repeating it changes nothing.
   */
  record BindCertificate(String sha256, Instant now, EnrollmentId enrollment)
      implements CertificateIntent<Void> {}

  /**
   * A device came with a certificate of our authority that the log doesn't know. Noted at most once
   * an hour, and never for one that is known. The rest is as in {@code StrayCertificateSeen}.
   */
  record NoteStray(
      String sha256,
      Instant now,
      EnrollmentId enrollment,
      String subject,
      String issuer,
      Instant notBefore,
      Instant notAfter,
      String door)
      implements CertificateIntent<Void> {}

  /**
   * Lets a stray in as the device that it last said to be. Refused with {@code UNKNOWN} when it was
   * never seen or is known, or {@code CERTIFICATE_OF_ANOTHER_DEVICE} when it last said to be
   * another one. Repeating it changes nothing.
   */
  record AdoptStray(String sha256, Instant now, EnrollmentId enrollment)
      implements CertificateIntent<Void> {}

  /**
   * What is known of a certificate.
   *
   * @param session where it was issued, or null for one of another authority
   * @param renews the enrollment for whose renewal it was issued, or null
   * @param boundTo the enrollment that uses it, or null
   * @param adopted whether an operator let it in, though the log doesn't know how it came to be
   */
  record CertificateState(
      SessionId session,
      ConfigurationId configuration,
      EnrollmentId renews,
      EnrollmentId boundTo,
      boolean adopted) {
    /** One that was not adopted. */
    public CertificateState(
        SessionId session,
        ConfigurationId configuration,
        EnrollmentId renews,
        EnrollmentId boundTo) {
      this(session, configuration, renews, boundTo, false);
    }
  }
}
