// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dd.plist.NSDictionary;
import daybook.ops.simulator.profile.EnrollmentProfile;
import daybook.ops.simulator.profile.ProfileRefused;
import daybook.ops.simulator.profile.ProfileRefused.Reason;
import daybook.ops.simulator.profile.ProfileRules;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ProfileRulesTest {
  private final ProfileRules mac = new ProfileRules(false);

  @Test
  void aGoodProfileIsInstalled() {
    EnrollmentProfile profile = EnrollmentProfile.read(ProfileSamples.good());
    assertThatCode(() -> mac.judge(profile)).doesNotThrowAnyException();
    assertThat(profile.scep().subject().get(0).value()).isEqualTo("MDM$OTA$abc");
    assertThat(profile.scep().keySize()).isEqualTo(2048);
  }

  @Test
  void checkInsGoToTheServerUrlWhereTheProfileNamesNoOther() {
    NSDictionary profile = ProfileSamples.good();
    ProfileSamples.mdm(profile).remove("CheckInURL");
    assertThat(EnrollmentProfile.read(profile).checkInUrl())
        .hasToString("https://mdm.example.org/connect");
  }

  @Test
  void plainHttpIsRefused() {
    assertThat(refusal(mac, mdm -> mdm.put("ServerURL", "http://127.0.0.1:8080/connect")))
        .isEqualTo(Reason.SERVER_URL_NOT_HTTPS);
    assertThat(refusal(mac, mdm -> mdm.put("CheckInURL", "http://127.0.0.1:8080/checkin")))
        .isEqualTo(Reason.SERVER_URL_NOT_HTTPS);
  }

  @Test
  void theSimulationLetsPlainHttpThroughToThisMachineAlone() {
    ProfileRules simulation = new ProfileRules(true);
    NSDictionary here = ProfileSamples.good();
    ProfileSamples.mdm(here).put("ServerURL", "http://127.0.0.1:8080/connect");
    assertThatCode(() -> simulation.judge(EnrollmentProfile.read(here))).doesNotThrowAnyException();
    assertThat(refusal(simulation, mdm -> mdm.put("ServerURL", "http://mdm.example.org/connect")))
        .isEqualTo(Reason.SERVER_URL_NOT_HTTPS);
  }

  @Test
  void aTopicThatIsNotForManagementIsRefused() {
    assertThat(refusal(mac, mdm -> mdm.put("Topic", "org.example.app")))
        .isEqualTo(Reason.TOPIC_NOT_FOR_MANAGEMENT);
    assertThat(refusal(mac, mdm -> mdm.remove("Topic"))).isEqualTo(Reason.TOPIC_NOT_FOR_MANAGEMENT);
  }

  @Test
  void missingCapabilitiesAreRefused() {
    assertThat(refusal(mac, mdm -> mdm.remove("ServerCapabilities")))
        .isEqualTo(Reason.CAPABILITIES_MISSING);
    String[] others = {"com.apple.mdm.token"};
    assertThat(refusal(mac, mdm -> mdm.put("ServerCapabilities", others)))
        .isEqualTo(Reason.CAPABILITIES_MISSING);
  }

  @Test
  void anIdentityThatIsNotInTheProfileIsRefused() {
    assertThat(refusal(mac, mdm -> mdm.put("IdentityCertificateUUID", "elsewhere")))
        .isEqualTo(Reason.IDENTITY_MISSING);
    assertThat(
            refusal(
                mac, mdm -> mdm.put("IdentityCertificateUUID", mdm.get("PayloadUUID").toString())))
        .isEqualTo(Reason.IDENTITY_MISSING);
  }

  @Test
  void wrongAccessRightsAreRefused() {
    assertThat(refusal(mac, mdm -> mdm.put("AccessRights", 0)))
        .isEqualTo(Reason.ACCESS_RIGHTS_WRONG);
    assertThat(refusal(mac, mdm -> mdm.put("AccessRights", 2)))
        .isEqualTo(Reason.ACCESS_RIGHTS_WRONG);
  }

  @Test
  void anUpdateMayChangeNothingThatIsFixed() {
    assertThat(update(profile -> profile.put("PayloadIdentifier", "org.example.other")))
        .isEqualTo(Reason.IDENTIFIER_CHANGED);
    assertThat(updateMdm(mdm -> mdm.put("ServerURL", "https://other.example.org/connect")))
        .isEqualTo(Reason.SERVER_URL_CHANGED);
    assertThat(updateMdm(mdm -> mdm.put("CheckInURL", "https://mdm.example.org/other")))
        .isEqualTo(Reason.CHECK_IN_URL_CHANGED);
    assertThat(updateMdm(mdm -> mdm.put("Topic", "com.apple.mgmt.External.other")))
        .isEqualTo(Reason.TOPIC_CHANGED);
    String[] fewer = {"com.apple.mdm.per-user-connections"};
    assertThat(updateMdm(mdm -> mdm.put("ServerCapabilities", fewer)))
        .isEqualTo(Reason.CAPABILITIES_CHANGED);
  }

  @Test
  void accessRightsMayShrinkButNotGrow() {
    NSDictionary less = ProfileSamples.good();
    ProfileSamples.mdm(less).put("AccessRights", 3);
    EnrollmentProfile few = EnrollmentProfile.read(less);
    EnrollmentProfile all = EnrollmentProfile.read(ProfileSamples.good());
    assertThatCode(() -> mac.judgeUpdate(all, few)).doesNotThrowAnyException();
    assertThat(reason(() -> mac.judgeUpdate(few, all))).isEqualTo(Reason.ACCESS_RIGHTS_GREW);
  }

  private static Reason refusal(ProfileRules rules, Consumer<NSDictionary> spoil) {
    NSDictionary profile = ProfileSamples.good();
    spoil.accept(ProfileSamples.mdm(profile));
    return reason(() -> rules.judge(EnrollmentProfile.read(profile)));
  }

  private Reason updateMdm(Consumer<NSDictionary> change) {
    return update(profile -> change.accept(ProfileSamples.mdm(profile)));
  }

  private Reason update(Consumer<NSDictionary> change) {
    NSDictionary changed = ProfileSamples.good();
    change.accept(changed);
    EnrollmentProfile installed = EnrollmentProfile.read(ProfileSamples.good());
    return reason(() -> mac.judgeUpdate(installed, EnrollmentProfile.read(changed)));
  }

  private static Reason reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    ProfileRefused refused = catchThrowableOfType(ProfileRefused.class, act);
    return refused == null ? null : refused.reason();
  }
}
