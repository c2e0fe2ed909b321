// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.certificate;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.certificate.CertificateEvent.CertificateBound;
import daybook.domain.certificate.CertificateEvent.CertificateRegistered;
import daybook.domain.certificate.CertificateEvent.StrayCertificateAdopted;
import daybook.domain.certificate.CertificateEvent.StrayCertificateSeen;
import daybook.domain.certificate.CertificateIntent.AdoptStray;
import daybook.domain.certificate.CertificateIntent.BindCertificate;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.certificate.CertificateIntent.DescribeCertificate;
import daybook.domain.certificate.CertificateIntent.NoteStray;
import daybook.domain.certificate.CertificateIntent.RegisterCertificate;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.SessionId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A certificate belongs to one enrollment, for ever. */
class CertificateTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final String SHA256 = "aa";
  private static final EnrollmentId MAC = new EnrollmentId("MAC");
  private static final EnrollmentId IPAD = new EnrollmentId("IPAD");
  private static final SessionId SESSION = new SessionId("session");
  private static final ConfigurationId CONFIGURATION = new ConfigurationId("conf");

  private final Story<Certificate> story = Story.of(Certificate.class);

  private static RegisterCertificate registers(EnrollmentId renews) {
    return new RegisterCertificate(SHA256, NOW, SESSION, CONFIGURATION, renews, NOW, NOW);
  }

  private static BindCertificate binds(EnrollmentId enrollment) {
    return new BindCertificate(SHA256, NOW, enrollment);
  }

  @Test
  void itIsKnownFromWhichSessionItComes() {
    story
        .when(registers(null))
        .records(new CertificateRegistered(SESSION, CONFIGURATION, null, NOW, NOW))
        .accepted();
  }

  @Test
  void itIsRegisteredOnce() {
    story.given(registers(null)).when(registers(null)).recordsNothing().accepted();
  }

  @Test
  void itIsBoundToOneEnrollment() {
    story.given(registers(null)).when(binds(MAC)).records(new CertificateBound(MAC)).accepted();
  }

  @Test
  void bindingItAgainChangesNothing() {
    story.given(binds(MAC)).when(binds(MAC)).recordsNothing().accepted();
  }

  @Test
  void anotherEnrollmentIsRefused() {
    story
        .given(binds(MAC))
        .when(binds(IPAD))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_OF_ANOTHER_DEVICE);
  }

  @Test
  void aRenewedIdentityIsOfTheEnrollmentForWhichItWasIssued() {
    story
        .given(registers(MAC))
        .when(binds(IPAD))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_OF_ANOTHER_DEVICE);
  }

  @Test
  void aCertificateOfAnotherAuthorityMayBeBound() {
    story.when(binds(MAC)).records(new CertificateBound(MAC)).accepted();
  }

  @Test
  void itTellsWhatIsKnown() {
    story
        .given(registers(MAC), binds(MAC))
        .when(new DescribeCertificate(SHA256, NOW))
        .answers(new CertificateState(SESSION, CONFIGURATION, MAC, MAC));
  }

  @Test
  void ofAnUnknownOneNothingIsKnown() {
    story
        .when(new DescribeCertificate(SHA256, NOW))
        .recordsNothing()
        .answers(new CertificateState(null, null, null, null));
  }

  private static NoteStray seen(EnrollmentId as, int minutes) {
    return new NoteStray(
        SHA256, NOW.plusSeconds(60L * minutes), as, "CN=abc", "CN=ca", NOW, NOW, "connect");
  }

  @Test
  void aStrayIsNotedOnceAnHourForEachDeviceThatItSaysToBe() {
    StrayCertificateSeen noted =
        new StrayCertificateSeen(MAC, "CN=abc", "CN=ca", NOW, NOW, "connect");
    story.when(seen(MAC, 0)).records(noted);
    Story.of(Certificate.class).given(seen(MAC, 0)).when(seen(MAC, 59)).recordsNothing();
    Story.of(Certificate.class).given(seen(MAC, 0)).when(seen(MAC, 60)).records(noted);
    Story.of(Certificate.class)
        .given(seen(MAC, 0))
        .when(seen(IPAD, 1))
        .recordsTypes(StrayCertificateSeen.class);
    Story.of(Certificate.class).given(registers(null)).when(seen(MAC, 0)).recordsNothing();
    Story.of(Certificate.class).given(binds(MAC)).when(seen(MAC, 0)).recordsNothing();
  }

  @Test
  void aStrayIsAdoptedAsTheDeviceThatItLastSaidToBe() {
    AdoptStray adopt = new AdoptStray(SHA256, NOW, MAC);
    story.when(adopt).recordsNothing().refused(Refusal.UNKNOWN);
    Story.of(Certificate.class)
        .given(seen(MAC, 0))
        .when(adopt)
        .records(new StrayCertificateAdopted(MAC))
        .accepted();
    Story.of(Certificate.class)
        .given(seen(MAC, 0), adopt)
        .when(new DescribeCertificate(SHA256, NOW))
        .answers(new CertificateState(null, null, null, MAC, true));
    Story.of(Certificate.class).given(seen(MAC, 0), adopt).when(adopt).recordsNothing().accepted();
    Story.of(Certificate.class)
        .given(seen(MAC, 0), seen(IPAD, 1))
        .when(adopt)
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_OF_ANOTHER_DEVICE);
    Story.of(Certificate.class)
        .given(registers(null))
        .when(adopt)
        .recordsNothing()
        .refused(Refusal.UNKNOWN);
  }
}
