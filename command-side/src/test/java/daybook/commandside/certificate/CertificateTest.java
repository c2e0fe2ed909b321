// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.certificate;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.certificate.CertificateEvent.CertificateBound;
import daybook.domain.certificate.CertificateEvent.CertificateRegistered;
import daybook.domain.certificate.CertificateIntent.BindCertificate;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.certificate.CertificateIntent.DescribeCertificate;
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
}
