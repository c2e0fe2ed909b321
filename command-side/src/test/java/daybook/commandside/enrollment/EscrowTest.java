// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.aMac;
import static daybook.commandside.enrollment.Device.at;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenEscrowed;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenReleased;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenRemoved;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenWithheld;
import daybook.domain.escrow.EscrowIntent.ReleaseBootstrapToken;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The bootstrap token: kept, removed, and asked for. */
class EscrowTest {
  /** The sequence after what an enrollment begins with. */
  private static final long KEPT_AT = 4;

  private final Device mac = aMac();
  private final Device renewed = mac.with("c2");
  private final Story<Enrollment> story =
      Story.of(Enrollment.class).given(mac.authenticates(0), mac.sendsToken(1));

  private BootstrapTokenEscrowed escrowed() {
    return new BootstrapTokenEscrowed(mac.secret("boot"), null);
  }

  @Test
  void aTokenIsKept() {
    story.when(mac.escrows(5, "boot")).records(escrowed()).accepted();
  }

  @Test
  void theSameTokenChangesNothing() {
    story.given(mac.escrows(5, "boot")).when(mac.escrows(6, "boot")).recordsNothing().accepted();
  }

  @Test
  void anotherTokenReplacesIt() {
    story
        .given(mac.escrows(5, "boot"))
        .when(mac.escrows(6, "other"))
        .records(new BootstrapTokenEscrowed(mac.secret("other"), null));
  }

  @Test
  void anEmptyTokenRemovesIt() {
    story
        .given(mac.escrows(5, "boot"))
        .when(mac.escrows(6, null))
        .records(new BootstrapTokenRemoved(null))
        .accepted();
  }

  @Test
  void withoutATokenThereIsNothingToRemove() {
    story.when(mac.escrows(6, null)).recordsNothing().accepted();
  }

  @Test
  void aTokenIsReleasedToTheIdentityThatGaveIt() {
    story
        .given(mac.escrows(5, "boot"))
        .when(asks(mac, 6))
        .records(new BootstrapTokenReleased(KEPT_AT))
        .answers(Optional.of(KEPT_AT));
  }

  @Test
  void andToTheIdentityThatRenewsIt() {
    story
        .given(mac.escrows(5, "boot"), renewed.renews(6))
        .when(asks(renewed, 7))
        .records(new BootstrapTokenReleased(KEPT_AT));
  }

  @Test
  void butNotToTheOneThatWasReplaced() {
    story
        .given(mac.escrows(5, "boot"), renewed.renews(6))
        .when(asks(mac, 7))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_REPLACED);
  }

  @Test
  void norToANewEnrollmentAndItIsToldThatThereIsOne() {
    story
        .given(mac.escrows(5, "boot"), renewed.authenticates(6))
        .when(asks(renewed, 7))
        .records(new BootstrapTokenWithheld(true))
        .answers(Optional.empty());
  }

  @Test
  void withoutATokenNothingIsReleased() {
    story.when(asks(mac, 6)).records(new BootstrapTokenWithheld(false)).answers(Optional.empty());
  }

  private static ReleaseBootstrapToken asks(Device device, long seconds) {
    return new ReleaseBootstrapToken(device.id(), at(seconds), device.certificate(), 3_000);
  }

  @Test
  void afterANewEnrollmentTheSameTokenIsKeptAnew() {
    Device again = mac.with("c2");
    story
        .given(mac.escrows(5, "boot"), again.authenticates(6))
        .when(again.escrows(7, "boot"))
        .records(escrowed());
  }

  @Test
  void aRenewalAfterTheTokenKeepsIt() {
    story
        .given(mac.escrows(5, "boot"), renewed.renews(6))
        .when(renewed.escrows(7, "boot"))
        .recordsNothing()
        .accepted();
  }

  @Test
  void aTokenAfterTheRenewalNeedsTheNewCertificate() {
    story
        .given(renewed.renews(5))
        .when(mac.escrows(6, "boot"))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_REPLACED);
  }

  @Test
  void aTokenAfterTheRenewalIsKept() {
    story.given(renewed.renews(5)).when(renewed.escrows(6, "boot")).records(escrowed());
  }

  @Test
  void whatWasKeptBeforeANewEnrollmentIsMarked() {
    Escrow kept = Escrow.none().after(escrowed(), 3);
    assertThat(kept.bootstrap()).isEqualTo(new Escrow.Kept(3, "boot", true));
    Escrow after = kept.after(new LifeEvents(mac).started(), 4);
    assertThat(after.bootstrap()).isEqualTo(new Escrow.Kept(3, "boot", false));
    assertThat(after.holdsBootstrapToken(mac.secret("boot"))).isFalse();
  }
}
