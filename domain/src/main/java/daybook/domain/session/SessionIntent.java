// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import daybook.domain.Intent;
import daybook.domain.StreamId;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.issuer.ScepIssuerId;
import java.time.Instant;

/** Everything that may be asked of an enrollment session. */
public sealed interface SessionIntent<R> extends Intent<R> {
  SessionId session();

  @Override
  default StreamId target() {
    return session().stream();
  }

  /** Asks; refused with {@code SESSION_UNKNOWN} when it was never opened. */
  record DescribeSession(SessionId session, Instant now) implements SessionIntent<SessionState> {}

  /**
   * Opens a session for a first enrollment. Repeating it with the same values changes nothing.
   *
   * @param issuer of the certificate that it is for
   * @param challengeSha256 lower-case hex; null when the shared challenge of the configuration was
   *     judged by the door, or the issuer judges a challenge of its own
   * @param serialNumber the device's, where it is known
   */
  record OpenSession(
      SessionId session,
      Instant now,
      ConfigurationId configuration,
      ScepIssuerId issuer,
      String challengeSha256,
      String serialNumber,
      Instant expiresAt)
      implements SessionIntent<Void> {}

  /**
   * Opens a session that renews the identity of one enrollment.
   *
   * @param issuer of the new certificate
   * @param challengeSha256 null for a SCEP {@code RenewalReq} signed by the pinned certificate, and
   *     where the issuer judges a challenge of its own
   * @param replaces lower-case hex SHA-256 of the certificate to be replaced
   */
  record OpenRenewalSession(
      SessionId session,
      Instant now,
      EnrollmentId enrollment,
      ConfigurationId configuration,
      ScepIssuerId issuer,
      String replaces,
      String challengeSha256,
      Instant expiresAt)
      implements SessionIntent<Void> {}

  /**
   * Opens a session for the second phase of an enrollment over the air, to a device of which its
   * maker has told UDID and serial number.
   *
   * @param challengeSha256 null where the issuer judges a challenge of its own
   */
  record OpenProofSession(
      SessionId session,
      Instant now,
      ConfigurationId configuration,
      ScepIssuerId issuer,
      String challengeSha256,
      String serialNumber,
      String udid,
      Instant expiresAt)
      implements SessionIntent<Void> {}

  /**
   * Takes the proof, once: the enrollment goes on in {@code next}. Repeating it changes nothing;
   * refused with {@code SESSION_SPENT} when it goes on elsewhere, with {@code SESSION_EXPIRED}, and
   * with {@code SESSION_UNKNOWN} when this session is for no proof.
   */
  record AcceptProof(SessionId session, Instant now, SessionId next)
      implements SessionIntent<Void> {}

  record RecordServedProfile(SessionId session, Instant now, ServedProfile profile)
      implements SessionIntent<Void> {}

  /**
   * Issues the session's one certificate. The same key and transaction within 24 hours gets the one
   * that was issued already as the reply; another key is refused with {@code CHALLENGE_SPENT}.
   */
  record IssueCertificate(SessionId session, Instant now, IssuedCertificate certificate)
      implements SessionIntent<IssuedCertificate> {}

  /**
   * Takes the one certificate that another issuer made for this session, and the one device that
   * came with it. Repeating it changes nothing; another certificate, or another device, is refused
   * with {@code SESSION_SPENT}, one that comes late with {@code SESSION_EXPIRED}, and a session of
   * our own authority with {@code CERTIFICATE_OF_ANOTHER_ISSUER}.
   */
  record PresentCertificate(SessionId session, Instant now, PresentedCertificate certificate)
      implements SessionIntent<Void> {}

  /** Records why a certificate was refused. */
  record RefuseCertificate(SessionId session, Instant now, String transaction, String reason)
      implements SessionIntent<Void> {}
}
