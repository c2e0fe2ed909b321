// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfiguration;
import daybook.domain.session.EnrollmentConfigurationEvent;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentConfigurationCreated;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentConfigurationRevoked;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentReserved;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentSessionAdmitted;
import daybook.domain.session.EnrollmentConfigurationIntent.AdmitSession;
import daybook.domain.session.EnrollmentConfigurationIntent.CreateConfiguration;
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
        new ConfigurationId(name), 1, name, "secret-" + name, "shared", null, quota, EXPIRES, null);
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
    return new ConfigurationState(configuration("one", quota), reserved, open, null);
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
