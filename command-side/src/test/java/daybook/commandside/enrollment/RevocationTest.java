// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.aMac;
import static daybook.commandside.enrollment.Device.at;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRenewed;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRevoked;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentIntent.RevokeIdentity;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.EnrollmentSummary.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A revoked identity speaks for nobody, is never renewed, and never tells a device to go. */
class RevocationTest {
  private final Device mac = aMac();
  private final Story<Enrollment> story = Story.of(Enrollment.class);

  private Story<Enrollment> enrolled() {
    return story.given(mac.authenticates(0), mac.sendsToken(1));
  }

  private Story<Enrollment> revoked() {
    return enrolled().given(revokes("c1", 20));
  }

  private RevokeIdentity revokes(String certificate, long seconds) {
    return new RevokeIdentity(mac.id(), at(seconds), certificate, "CN=CA", "1f", at(1000));
  }

  @Test
  void thePinnedCertificateIsRevoked() {
    enrolled()
        .when(revokes("c1", 20))
        .records(new IdentityRevoked("c1", "CN=CA", "1f", at(1000)))
        .accepted();
  }

  @Test
  void anotherOneIsNot() {
    enrolled().when(revokes("c2", 20)).recordsNothing().refused(Refusal.CERTIFICATE_REPLACED);
  }

  @Test
  void norOneThatNobodyKnows() {
    story.when(revokes("c1", 20)).recordsNothing().refused(Refusal.NOT_ENROLLED);
  }

  @Test
  void onlyOnce() {
    revoked().when(revokes("c1", 21)).recordsNothing().refused(Refusal.CERTIFICATE_REVOKED);
  }

  @Test
  void itIsRefusedAtEveryDoor() {
    revoked().when(mac.idles(30)).recordsNothing().refused(Refusal.CERTIFICATE_REVOKED);
    again().when(mac.sendsToken(30)).recordsNothing().refused(Refusal.CERTIFICATE_REVOKED);
    again().when(mac.escrows(30, "t")).recordsNothing().refused(Refusal.CERTIFICATE_REVOKED);
    again().when(mac.authenticates(30)).recordsNothing().refused(Refusal.CERTIFICATE_REVOKED);
    again().when(mac.leaves(30)).recordsNothing().refused(Refusal.CERTIFICATE_REVOKED);
    Story.of(Enrollment.class)
        .given(mac.authenticates(0), revokes("c1", 20))
        .when(mac.authenticates(30))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_REVOKED);
  }

  @Test
  void whatWasIssuedToRenewItIsRefusedToo() {
    revoked().when(mac.with("c2").renews(30)).recordsNothing().refused(Refusal.CERTIFICATE_REVOKED);
  }

  @Test
  void itsDeviceTakesNoCommands() {
    revoked().when(mac.gets(30, "a")).recordsNothing().refused(Refusal.CERTIFICATE_REVOKED);
  }

  @Test
  void aNewEnrollmentIsWelcomeAndTheRevokedOneStaysRefused() {
    Device anew = mac.with("c2");
    revoked().given(anew.authenticates(30)).when(anew.sendsToken(31)).accepted();
    again()
        .given(anew.authenticates(30), anew.sendsToken(31))
        .when(mac.idles(32))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_REPLACED);
    again()
        .given(anew.authenticates(30), anew.sendsToken(31))
        .when(mac.with("c3").renews(32, "c1"))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_REPLACED);
    again()
        .given(anew.authenticates(30), anew.sendsToken(31))
        .when(mac.with("c3").renews(32, "c2"))
        .records(new IdentityRenewed(mac.with("c3").pinnable(), "c2", mac.secret("message")))
        .accepted();
  }

  @Test
  void nothingIsPinnedAnyMore() {
    revoked()
        .when(new DescribeEnrollment(mac.id(), at(30)))
        .answers(new EnrollmentSummary(State.ENROLLED, 42, null, topic(), List.of(), 1, false));
  }

  private String topic() {
    return mac.authenticates(0).topic();
  }

  private Story<Enrollment> again() {
    return Story.of(Enrollment.class)
        .given(mac.authenticates(0), mac.sendsToken(1), revokes("c1", 20));
  }
}
