// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfiguration;
import daybook.domain.session.EnrollmentConfigurationEvent;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentConfigurationChanged;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentConfigurationCreated;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentConfigurationDeleted;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentConfigurationRevoked;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentReserved;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentSessionAdmitted;
import daybook.domain.session.EnrollmentConfigurationIntent.AdmitSession;
import daybook.domain.session.EnrollmentConfigurationIntent.ChangeConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.CreateConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.DeleteConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.DescribeConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.FindConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.FindSharedChallenge;
import daybook.domain.session.EnrollmentConfigurationIntent.ListConfigurations;
import daybook.domain.session.EnrollmentConfigurationIntent.ReserveEnrollment;
import daybook.domain.session.EnrollmentConfigurationIntent.RevokeConfiguration;
import daybook.domain.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links through which devices get in: who may, and how many. */
class AllEnrollmentConfigurationsTest {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant EXPIRES = hours(1_000);
  private static final ConfigurationId ID = new ConfigurationId("one");

  private final Story<AllEnrollmentConfigurations> blank =
      Story.of(AllEnrollmentConfigurations.class);

  private static Instant hours(long hours) {
    return START.plusSeconds(hours * 3_600);
  }

  private static EnrollmentConfiguration configuration(String name, Integer quota) {
    return new EnrollmentConfiguration(
        new ConfigurationId(name),
        1,
        ConfigurationDetails.named(name, quota, EXPIRES),
        "secret-" + name,
        "shared",
        null);
  }

  private static CreateConfiguration creates(Integer quota) {
    return new CreateConfiguration(START, configuration("one", quota));
  }

  private static AdmitSession admits(Instant now, String session) {
    return new AdmitSession(now, ID, new SessionId(session), now.plusSeconds(86_400));
  }

  private static ReserveEnrollment reserves(Instant now, String session) {
    return new ReserveEnrollment(now, ID, new SessionId(session));
  }

  private Story<AllEnrollmentConfigurations> one(Integer quota) {
    return blank.given(creates(quota));
  }

  private static ConfigurationState state(Integer quota, int reserved, int open) {
    return new ConfigurationState(configuration("one", quota), reserved, open, null, START, START);
  }

  private static ChangeConfiguration changes(Instant now, String name, Integer quota) {
    return new ChangeConfiguration(now, ID, ConfigurationDetails.named(name, quota, null));
  }

  @Test
  void aChangeHoldsFromTheNextDeviceOn() {
    Story<AllEnrollmentConfigurations> used = one(1).given(reserves(START, "s"));
    used.when(changes(hours(1), "new", 2))
        .records(new EnrollmentConfigurationChanged(ID, ConfigurationDetails.named("new", 2, null)))
        .accepted();
    Story.of(AllEnrollmentConfigurations.class)
        .given(creates(1), reserves(START, "s"), changes(hours(1), "new", 2))
        .when(new DescribeConfiguration(START, ID))
        .answers(
            new ConfigurationState(
                configuration("one", 1).with(ConfigurationDetails.named("new", 2, null)),
                1,
                0,
                null,
                START,
                hours(1)));
  }

  @Test
  void whatIsDecidedAgainIsNoChange() {
    one(2)
        .when(new ChangeConfiguration(START, ID, configuration("one", 2).details()))
        .recordsNothing()
        .accepted();
  }

  @Test
  void aChangeMayKeepItsNameAndTakeNoOther() {
    CreateConfiguration second = new CreateConfiguration(START, configuration("two", null));
    Story<AllEnrollmentConfigurations> both = one(2).given(second);
    both.when(changes(START, "two", 3)).recordsNothing().refused(Refusal.NAME_TAKEN, "two");
    both.when(changes(START, "one", 3)).recordsTypes(EnrollmentConfigurationChanged.class);
  }

  @Test
  void whatIsUnknownIsNeitherDescribedNorChangedNorDeleted() {
    blank
        .when(new DescribeConfiguration(START, ID))
        .recordsNothing()
        .refused(Refusal.CONFIGURATION_UNKNOWN);
    blank.when(changes(START, "x", 1)).recordsNothing().refused(Refusal.CONFIGURATION_UNKNOWN);
    blank
        .when(new DeleteConfiguration(START, ID))
        .recordsNothing()
        .refused(Refusal.CONFIGURATION_UNKNOWN);
  }

  @Test
  void whatNobodyHasUsedIsDeleted() {
    DeleteConfiguration delete = new DeleteConfiguration(START, ID);
    one(2).when(delete).records(new EnrollmentConfigurationDeleted(ID)).accepted();
    Story<AllEnrollmentConfigurations> deleted =
        Story.of(AllEnrollmentConfigurations.class).given(creates(2), delete);
    deleted.when(new FindConfiguration(START, "secret-one")).refused(Refusal.CONFIGURATION_UNKNOWN);
    deleted.when(creates(3)).recordsTypes(EnrollmentConfigurationCreated.class);
  }

  @Test
  void whatHasLetSomebodyInOrIsAboutToIsNotDeleted() {
    one(2)
        .given(reserves(START, "s"))
        .when(new DeleteConfiguration(hours(100), ID))
        .recordsNothing()
        .refused(Refusal.IN_USE, "one");
    Story<AllEnrollmentConfigurations> open =
        Story.of(AllEnrollmentConfigurations.class).given(creates(2), admits(START, "s"));
    open.when(new DeleteConfiguration(hours(23), ID)).recordsNothing().refused(Refusal.IN_USE);
    open.when(new DeleteConfiguration(hours(24), ID))
        .recordsTypes(EnrollmentConfigurationDeleted.class);
  }

  @Test
  void aConfigurationIsMade() {
    blank
        .when(creates(2))
        .records(new EnrollmentConfigurationCreated(configuration("one", 2)))
        .accepted();
  }

  @Test
  void aNameIsTakenOnce() {
    one(2).when(creates(3)).recordsNothing().refused(Refusal.NAME_TAKEN, "one");
  }

  @Test
  void allAreListed() {
    one(2)
        .given(admits(START, "s"))
        .when(new ListConfigurations(START))
        .recordsNothing()
        .answers(List.of(state(2, 0, 1)));
  }

  @Test
  void endedSessionsAreNotOpen() {
    one(2)
        .given(admits(START, "s"))
        .when(new ListConfigurations(hours(24)))
        .answers(List.of(state(2, 0, 0)));
  }

  @Test
  void aLinkLeadsToItsConfiguration() {
    one(2).when(new FindConfiguration(START, "secret-one")).answers(state(2, 0, 0));
    one(2).when(new FindSharedChallenge(START, "shared")).answers(state(2, 0, 0));
  }

  @Test
  void anotherSecretLeadsNowhere() {
    one(2)
        .when(new FindConfiguration(START, "shared"))
        .recordsNothing()
        .refused(Refusal.CONFIGURATION_UNKNOWN);
  }

  @Test
  void anExpiredLinkIsRefused() {
    one(2)
        .when(new FindConfiguration(EXPIRES, "secret-one"))
        .refused(Refusal.CONFIGURATION_EXPIRED);
  }

  @Test
  void aRevokedLinkIsRefused() {
    RevokeConfiguration revoke = new RevokeConfiguration(START, ID);
    one(2).when(revoke).records(new EnrollmentConfigurationRevoked(ID)).accepted();
    Story<AllEnrollmentConfigurations> revoked =
        Story.of(AllEnrollmentConfigurations.class).given(creates(2), revoke);
    revoked.when(revoke).recordsNothing().accepted();
    revoked.when(new FindConfiguration(START, "secret-one")).refused(Refusal.CONFIGURATION_REVOKED);
    revoked.when(admits(START, "s")).recordsNothing().refused(Refusal.CONFIGURATION_REVOKED);
    revoked.when(reserves(START, "s")).recordsNothing().refused(Refusal.CONFIGURATION_REVOKED);
  }

  @Test
  void whatIsUnknownIsNotRevoked() {
    blank
        .when(new RevokeConfiguration(START, ID))
        .recordsNothing()
        .refused(Refusal.CONFIGURATION_UNKNOWN);
  }

  @Test
  void aSessionIsAdmittedOnce() {
    one(2)
        .when(admits(START, "s"))
        .records(new EnrollmentSessionAdmitted(ID, new SessionId("s"), hours(24)))
        .accepted();
    Story.of(AllEnrollmentConfigurations.class)
        .given(creates(2), admits(START, "s"))
        .when(admits(START, "s"))
        .recordsNothing()
        .accepted();
  }

  @Test
  void aThousandSessionsMayBeOpen() {
    List<EnrollmentConfigurationEvent> open = new ArrayList<>();
    for (int i = 0; i < ConfigurationRecord.MOST_OPEN; i++) {
      open.add(new EnrollmentSessionAdmitted(ID, new SessionId("s" + i), hours(24)));
    }
    Story<AllEnrollmentConfigurations> full = one(null).happened(START, open);
    full.when(admits(hours(1), "late")).recordsNothing().refused(Refusal.SESSIONS_TOO_MANY);
  }

  @Test
  void sessionsThatHaveEndedMakeRoom() {
    List<EnrollmentConfigurationEvent> open = new ArrayList<>();
    for (int i = 0; i < ConfigurationRecord.MOST_OPEN; i++) {
      open.add(new EnrollmentSessionAdmitted(ID, new SessionId("s" + i), hours(24)));
    }
    one(null)
        .happened(START, open)
        .when(admits(hours(24), "late"))
        .recordsTypes(EnrollmentSessionAdmitted.class);
  }

  @Test
  void aReservationMakesRoom() {
    one(2)
        .given(admits(START, "s"), reserves(START, "s"))
        .when(new ListConfigurations(START))
        .answers(List.of(state(2, 1, 0)));
  }

  @Test
  void aReservationCountsOnce() {
    one(2)
        .when(reserves(START, "s"))
        .records(new EnrollmentReserved(ID, new SessionId("s")))
        .accepted();
    Story.of(AllEnrollmentConfigurations.class)
        .given(creates(2), reserves(START, "s"))
        .when(reserves(hours(23), "s"))
        .recordsNothing()
        .accepted();
  }

  @Test
  void theQuotaIsUsedUp() {
    Story<AllEnrollmentConfigurations> used = one(1).given(reserves(START, "s"));
    used.when(reserves(START, "t")).recordsNothing().refused(Refusal.QUOTA_USED_UP);
    used.when(admits(START, "t")).recordsNothing().refused(Refusal.QUOTA_USED_UP);
    used.when(new FindConfiguration(START, "secret-one")).refused(Refusal.QUOTA_USED_UP);
  }

  @Test
  void aUsedUpQuotaStillKnowsItsReservation() {
    one(1).given(reserves(START, "s")).when(reserves(hours(1), "s")).recordsNothing().accepted();
  }

  @Test
  void reservationsAreForgottenAfterADayAndBeyondABound() {
    RecentReservations recent = new RecentReservations();
    for (int i = 0; i < 5_000; i++) {
      recent.add(new SessionId("s" + i), START);
    }
    assertThat(recent.size()).isEqualTo(RecentReservations.MOST);
    assertThat(recent.hold(new SessionId("s4999"), START)).isTrue();
    assertThat(recent.hold(new SessionId("s0"), START)).isFalse();
    assertThat(recent.hold(new SessionId("s4999"), hours(24))).isFalse();
    recent.add(new SessionId("next"), hours(24));
    assertThat(recent.size()).isEqualTo(1);
  }
}
