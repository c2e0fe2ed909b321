// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.IssuedCertificate;
import daybook.domain.session.PresentedCertificate;
import daybook.domain.session.Purpose;
import daybook.domain.session.ServedProfile;
import daybook.domain.session.SessionEvent.CertificateIssued;
import daybook.domain.session.SessionEvent.CertificatePresented;
import daybook.domain.session.SessionEvent.CertificateRefused;
import daybook.domain.session.SessionEvent.EnrollmentProfileServed;
import daybook.domain.session.SessionEvent.EnrollmentSessionOpened;
import daybook.domain.session.SessionEvent.ProofAccepted;
import daybook.domain.session.SessionEvent.ProofSessionOpened;
import daybook.domain.session.SessionEvent.RenewalSessionOpened;
import daybook.domain.session.SessionId;
import daybook.domain.session.SessionIntent.AcceptProof;
import daybook.domain.session.SessionIntent.DescribeSession;
import daybook.domain.session.SessionIntent.IssueCertificate;
import daybook.domain.session.SessionIntent.OpenProofSession;
import daybook.domain.session.SessionIntent.OpenRenewalSession;
import daybook.domain.session.SessionIntent.OpenSession;
import daybook.domain.session.SessionIntent.PresentCertificate;
import daybook.domain.session.SessionIntent.RecordServedProfile;
import daybook.domain.session.SessionIntent.RefuseCertificate;
import daybook.domain.session.SessionState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a profile that was served to the one certificate that was issued for it. */
class EnrollmentSessionTest {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant END = hours(24);
  private static final ScepIssuerId OTHERS =
      new ScepIssuerId("fa1538a4-b93d-4b5b-96bf-1faf52dd957a");
  private static final SessionId ID = new SessionId("session");
  private static final ConfigurationId CONFIGURATION = new ConfigurationId("conf");
  private static final EnrollmentId MAC = new EnrollmentId("MAC");

  private final Story<EnrollmentSession> blank = Story.of(EnrollmentSession.class);

  private static Instant hours(long hours) {
    return START.plusSeconds(hours * 3_600);
  }

  private static OpenSession opens(String challenge) {
    return new OpenSession(ID, START, CONFIGURATION, ScepIssuerId.OWN, challenge, "C02", END);
  }

  private static IssueCertificate issues(Instant now, String key, String transaction) {
    return new IssueCertificate(ID, now, certificate(key, transaction, now.toString()));
  }

  private static IssuedCertificate certificate(String key, String transaction, String sha256) {
    return new IssuedCertificate(
        sha256, "DER", key, transaction, "01", "CN=x", "CN=CA", START, END);
  }

  private static RecordServedProfile serves(String sha256) {
    return new RecordServedProfile(ID, START, profile(sha256));
  }

  private static ServedProfile profile(String sha256) {
    return new ServedProfile(
        "p",
        "m",
        "s",
        "https://a",
        "https://b",
        "https://c",
        "t",
        List.of(),
        8191,
        true,
        true,
        true,
        sha256);
  }

  private Story<EnrollmentSession> open() {
    return blank.given(opens("challenge"));
  }

  @Test
  void aSessionOpens() {
    blank
        .when(opens("challenge"))
        .records(
            new EnrollmentSessionOpened(CONFIGURATION, ScepIssuerId.OWN, "challenge", "C02", END))
        .accepted();
  }

  @Test
  void openingItAgainChangesNothing() {
    open().when(opens("challenge")).recordsNothing().accepted();
  }

  @Test
  void itOpensForOneThingOnly() {
    open().when(opens("other")).recordsNothing().refused(Refusal.CHALLENGE_SPENT);
  }

  @Test
  void aRenewalSessionKnowsForWhomItIs() {
    OpenRenewalSession renewal =
        new OpenRenewalSession(ID, START, MAC, CONFIGURATION, ScepIssuerId.OWN, "c1", null, END);
    blank
        .when(renewal)
        .records(new RenewalSessionOpened(MAC, CONFIGURATION, ScepIssuerId.OWN, "c1", null, END))
        .accepted();
    Story.of(EnrollmentSession.class)
        .given(renewal)
        .when(new DescribeSession(ID, START))
        .answers(
            new SessionState(
                ID,
                Purpose.RENEWAL,
                CONFIGURATION,
                MAC,
                ScepIssuerId.OWN,
                null,
                null,
                null,
                END,
                null,
                null,
                null));
  }

  private Story<EnrollmentSession> openForOthers() {
    return Story.of(EnrollmentSession.class)
        .given(new OpenSession(ID, START, CONFIGURATION, OTHERS, null, null, END));
  }

  private static PresentCertificate presents(Instant now, String sha256, EnrollmentId by) {
    return new PresentCertificate(ID, now, new PresentedCertificate(sha256, "CN=Others", by));
  }

  @Test
  void aCertificateOfAnotherIssuerAndItsDeviceAreTakenOnce() {
    openForOthers()
        .when(presents(START, "c1", MAC))
        .records(new CertificatePresented(new PresentedCertificate("c1", "CN=Others", MAC)))
        .accepted();
    Story<EnrollmentSession> taken = openForOthers().given(presents(START, "c1", MAC));
    taken.when(presents(END.plusSeconds(9), "c1", MAC)).recordsNothing().accepted();
    taken.when(presents(START, "c2", MAC)).recordsNothing().refused(Refusal.SESSION_SPENT);
    taken
        .when(presents(START, "c1", new EnrollmentId("OTHER")))
        .recordsNothing()
        .refused(Refusal.SESSION_SPENT);
    taken
        .when(new DescribeSession(ID, START))
        .answers(
            new SessionState(
                ID,
                Purpose.ENROLLMENT,
                CONFIGURATION,
                null,
                OTHERS,
                null,
                null,
                null,
                END,
                null,
                new PresentedCertificate("c1", "CN=Others", MAC),
                null));
  }

  @Test
  void aCertificateOfAnotherIssuerComesInTimeAndToASessionForOne() {
    openForOthers()
        .when(presents(END, "c1", MAC))
        .recordsNothing()
        .refused(Refusal.SESSION_EXPIRED);
    open()
        .when(presents(START, "c1", MAC))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_OF_ANOTHER_ISSUER);
    Story.of(EnrollmentSession.class)
        .when(presents(START, "c1", MAC))
        .recordsNothing()
        .refused(Refusal.SESSION_UNKNOWN);
  }

  private static OpenProofSession opensProof() {
    return new OpenProofSession(
        ID, START, CONFIGURATION, ScepIssuerId.OWN, "challenge", "C02", "mac", END);
  }

  @Test
  void aProofIsAcceptedOnce() {
    Story.of(EnrollmentSession.class)
        .when(opensProof())
        .records(
            new ProofSessionOpened(CONFIGURATION, ScepIssuerId.OWN, "challenge", "C02", "mac", END))
        .accepted();
    SessionId next = new SessionId("next");
    Story<EnrollmentSession> proof = Story.of(EnrollmentSession.class).given(opensProof());
    proof.when(new AcceptProof(ID, START, next)).records(new ProofAccepted(next)).accepted();
    Story<EnrollmentSession> accepted =
        Story.of(EnrollmentSession.class).given(opensProof(), new AcceptProof(ID, START, next));
    accepted.when(new AcceptProof(ID, START, next)).recordsNothing().accepted();
    accepted
        .when(new AcceptProof(ID, START, new SessionId("other")))
        .recordsNothing()
        .refused(Refusal.SESSION_SPENT);
    accepted
        .when(new DescribeSession(ID, START))
        .answers(
            new SessionState(
                ID,
                Purpose.PROOF,
                CONFIGURATION,
                null,
                ScepIssuerId.OWN,
                "challenge",
                "C02",
                "mac",
                END,
                null,
                null,
                next));
  }

  @Test
  void aProofComesInTimeAndToASessionForOne() {
    Story.of(EnrollmentSession.class)
        .given(opensProof())
        .when(new AcceptProof(ID, END, new SessionId("next")))
        .recordsNothing()
        .refused(Refusal.SESSION_EXPIRED);
    open()
        .when(new AcceptProof(ID, START, new SessionId("next")))
        .recordsNothing()
        .refused(Refusal.SESSION_UNKNOWN);
  }

  @Test
  void weIssueNothingForASessionOfAnotherIssuer() {
    openForOthers()
        .when(issues(START, "key", "t"))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_OF_ANOTHER_ISSUER);
  }

  @Test
  void whatWasNeverOpenedIsUnknown() {
    blank.when(new DescribeSession(ID, START)).recordsNothing().refused(Refusal.SESSION_UNKNOWN);
    blank.when(issues(START, "key", "t")).recordsNothing().refused(Refusal.SESSION_UNKNOWN);
    blank.when(serves("aa")).recordsNothing().refused(Refusal.SESSION_UNKNOWN);
  }

  @Test
  void aServedProfileIsRecordedOnce() {
    open().when(serves("aa")).records(new EnrollmentProfileServed(profile("aa"))).accepted();
    Story.of(EnrollmentSession.class)
        .given(opens("challenge"), serves("aa"))
        .when(serves("aa"))
        .recordsNothing()
        .accepted();
  }

  @Test
  void aCertificateIsIssued() {
    IssueCertificate intent = issues(hours(1), "key", "t");
    open()
        .when(intent)
        .records(new CertificateIssued(intent.certificate()))
        .answers(intent.certificate());
  }

  @Test
  void theSameRequestGetsTheSameCertificate() {
    IssueCertificate first = issues(hours(1), "key", "t");
    open()
        .given(first)
        .when(issues(hours(24), "key", "t"))
        .recordsNothing()
        .answers(first.certificate());
  }

  @Test
  void evenAfterTheSessionHasEnded() {
    IssueCertificate first = issues(hours(23), "key", "t");
    open()
        .given(first)
        .when(issues(hours(46), "key", "t"))
        .recordsNothing()
        .answers(first.certificate());
  }

  @Test
  void aDayLaterItDoesNot() {
    open()
        .given(issues(hours(1), "key", "t"))
        .when(issues(hours(25), "key", "t"))
        .recordsNothing()
        .refused(Refusal.SESSION_EXPIRED);
  }

  @Test
  void anotherKeyFindsTheChallengeSpent() {
    open()
        .given(issues(hours(1), "key", "t"))
        .when(issues(hours(2), "other", "t"))
        .recordsNothing()
        .refused(Refusal.CHALLENGE_SPENT);
  }

  @Test
  void anotherTransactionFindsTheChallengeSpent() {
    open()
        .given(issues(hours(1), "key", "t"))
        .when(issues(hours(2), "key", "other"))
        .recordsNothing()
        .refused(Refusal.CHALLENGE_SPENT);
  }

  @Test
  void afterItsEndNothingIsIssued() {
    open().when(issues(END, "key", "t")).recordsNothing().refused(Refusal.SESSION_EXPIRED);
  }

  @Test
  void aRefusalIsRecorded() {
    open()
        .when(new RefuseCertificate(ID, START, "t", "KEY_UNSUITABLE"))
        .records(new CertificateRefused("t", "KEY_UNSUITABLE"))
        .accepted();
  }

  @Test
  void theSameRefusalIsRecordedOnce() {
    open()
        .given(new RefuseCertificate(ID, START, "t", "KEY_UNSUITABLE"))
        .when(new RefuseCertificate(ID, START, "t", "KEY_UNSUITABLE"))
        .recordsNothing()
        .accepted();
  }
}
