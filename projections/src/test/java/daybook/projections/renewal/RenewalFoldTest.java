// SPDX-License-Identifier: Apache-2.0
package daybook.projections.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Actor;
import daybook.domain.DomainEvent;
import daybook.domain.certificate.PinnedCertificate;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandDeferred;
import daybook.domain.command.CommandEvent.CommandExpired;
import daybook.domain.command.CommandEvent.CommandFailed;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.CommandEvent.CommandRefused;
import daybook.domain.command.CommandEvent.CommandStuck;
import daybook.domain.command.CommandEvent.CommandUnconfirmed;
import daybook.domain.command.CommandId;
import daybook.domain.command.Delivery;
import daybook.domain.command.RenewalCommand;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.DeviceBlocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnblocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRenewed;
import daybook.domain.retirement.RetirementEvent.RetirementRequested;
import daybook.projections.house.FakeVault;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Story;
import daybook.projections.house.TestViews;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose identity may be renewed. */
class RenewalFoldTest {
  private static final CommandId COMMAND = new CommandId("renewal-1");
  private static final String TYPE = RenewalCommand.REQUEST_TYPE;
  private static final Duration PAUSE = Duration.ofDays(2);
  private static final Duration LASTS = Duration.ofDays(30);
  private static final Instant LONG_AFTER = Story.NOT_AFTER.plus(Duration.ofDays(1));

  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();
  private final Story mac = new Story(log, 1);
  private TestViews views;

  @BeforeEach
  void open() {
    views = new TestViews(log, new FakeVault(), folder);
  }

  @AfterEach
  void close() {
    views.close();
  }

  static List<DomainEvent> endings() {
    return List.of(
        new CommandAcknowledged(Channel.DEVICE, COMMAND, TYPE, Story.report()),
        new CommandFailed(Channel.DEVICE, COMMAND, TYPE, List.of(), Story.report()),
        new CommandRefused(Channel.DEVICE, COMMAND, TYPE, Story.report()),
        new CommandStuck(Channel.DEVICE, COMMAND, TYPE, 5),
        new CommandUnconfirmed(Channel.DEVICE, COMMAND, TYPE));
  }

  @Test
  void aDeviceIsOnTheListFromItsEnrollmentToItsEnd() {
    mac.starts();
    assertThat(due(LONG_AFTER)).isEmpty();
    mac.says(new DeviceEnrolled());
    assertThat(due(LONG_AFTER))
        .containsExactly(
            new PinnedCertificate(mac.device(), "c1", "CN=Daybook", Story.NOT_AFTER, 0));
    assertThat(due(Story.NOT_AFTER.minusSeconds(1))).as("ends later").isEmpty();
    mac.says(new DeviceUnenrolled(Story.secret()));
    assertThat(due(LONG_AFTER)).isEmpty();
    assertThat(views.renewals.count("CN=Daybook", Instant.EPOCH)).isZero();
  }

  @Test
  void whatEndedBeforeTheSpanIsNotInIt() {
    mac.enrolls();
    views.settled();
    assertThat(views.renewals.ending(Story.NOT_AFTER, LONG_AFTER, headTime(), 10)).isEmpty();
  }

  @Test
  void aBlockedDeviceIsNotRenewedUntilItIsUnblocked() {
    mac.enrolls().says(new DeviceBlocked());
    assertThat(due(LONG_AFTER)).isEmpty();
    assertThat(views.renewals.count("CN=Daybook", Instant.EPOCH)).as("it may be unblocked").isOne();
    mac.says(new DeviceUnblocked());
    assertThat(due(LONG_AFTER)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("endings")
  void aTryThatEndsWithoutANewCertificateRestsAsLongAsItsCommandSaid(DomainEvent ending) {
    mac.enrolls();
    renews(1);
    mac.says(new CommandDeferred(Channel.DEVICE, COMMAND, TYPE, Story.report()));
    assertThat(due(LONG_AFTER)).as("waits").isEmpty();
    Instant ended = mac.says(ending).time();
    assertThat(dueAt(ended.plus(PAUSE).minusMillis(1))).as("rests").isEmpty();
    assertThat(dueAt(ended.plus(PAUSE))).extracting(PinnedCertificate::attempt).containsExactly(1);
  }

  @Test
  void aTryThatExpiresIsFollowedAtOnceEvenWhenNobodySaysThatItHas() {
    mac.enrolls();
    Instant queued = renews(1);
    assertThat(dueAt(queued.plus(LASTS).minusMillis(1))).isEmpty();
    assertThat(dueAt(queued.plus(LASTS))).hasSize(1);
    Instant expired = mac.says(new CommandExpired(Channel.DEVICE, COMMAND, TYPE)).time();
    assertThat(dueAt(expired)).hasSize(1);
  }

  @Test
  void aNewCertificateForgetsAllTriesAndALateWordOnTheLast() {
    mac.enrolls();
    renews(3);
    mac.says(new IdentityRenewed(Story.certificate("c2"), "c1", Story.secret()));
    mac.says(new CommandAcknowledged(Channel.DEVICE, COMMAND, TYPE, Story.report()));
    assertThat(due(LONG_AFTER))
        .containsExactly(
            new PinnedCertificate(mac.device(), "c2", "CN=Daybook", Story.NOT_AFTER, 0));
  }

  @Test
  void otherProfilesAreNoTries() {
    mac.enrolls();
    mac.queues(COMMAND.value(), TYPE);
    mac.says(new CommandFailed(Channel.DEVICE, COMMAND, TYPE, List.of(), Story.report()));
    assertThat(due(LONG_AFTER)).extracting(PinnedCertificate::attempt).containsExactly(0);
  }

  @Test
  void shreddingEmptiesTheQueueSoThatTheNextTryFollows() {
    mac.enrolls();
    renews(1);
    mac.happens(new DeviceShredded(1, List.of(mac.keyId())), Actor.operator("account-1"));
    assertThat(due(LONG_AFTER)).extracting(PinnedCertificate::attempt).containsExactly(1);
  }

  @Test
  void devicesAreFoundByWhoIssuedTheirCertificate() {
    mac.enrolls();
    new Story(log, 2).enrolls();
    views.settled();
    assertThat(views.renewals.count("CN=Daybook", Instant.EPOCH)).isEqualTo(2);
    assertThat(views.renewals.issuedBy("CN=Daybook", Instant.EPOCH, headTime(), 10))
        .extracting(PinnedCertificate::enrollment)
        .contains(mac.device())
        .hasSize(2);
    assertThat(views.renewals.issuedBy("CN=Other", Instant.EPOCH, headTime(), 10)).isEmpty();
    assertThat(views.renewals.count("CN=Daybook", Story.NOT_AFTER)).as("ends later").isZero();
  }

  @Test
  void aDeviceThatWaitsForItsRenewalOrIsToLeaveStillHoldsItsCertificate() {
    mac.enrolls();
    renews(1);
    Story other = new Story(log, 2).enrolls();
    other.says(new RetirementRequested(COMMAND));
    assertThat(due(LONG_AFTER)).isEmpty();
    assertThat(views.renewals.holders("CN=Daybook", Instant.EPOCH, 10))
        .extracting(PinnedCertificate::enrollment)
        .containsExactlyInAnyOrder(mac.device(), other.device());
    assertThat(views.renewals.holders("CN=Daybook", Instant.EPOCH, 1)).hasSize(1);
    assertThat(views.renewals.holders("CN=Daybook", Story.NOT_AFTER, 10)).isEmpty();
  }

  private Instant renews(int attempt) {
    return mac.happens(
            new CommandQueued(
                Channel.DEVICE,
                COMMAND,
                RenewalCommand.NAME,
                TYPE,
                Delivery.REPEAT,
                "WhenIdentityEndsThenRenewIt",
                null,
                headTime().plusSeconds(1).plus(LASTS),
                100,
                Map.of(
                    RenewalCommand.ATTEMPT,
                    Integer.toString(attempt),
                    RenewalCommand.RETRY_AFTER,
                    PAUSE.toString()),
                Story.secret()),
            Actor.policy("WhenIdentityEndsThenRenewIt"))
        .time();
  }

  /** Rows that end until a moment, as things stand in the log. */
  private List<PinnedCertificate> due(Instant to) {
    views.settled();
    return views.renewals.ending(Instant.EPOCH, to, headTime(), 10);
  }

  /** Rows that are free at a moment. */
  private List<PinnedCertificate> dueAt(Instant now) {
    views.settled();
    return views.renewals.ending(Instant.EPOCH, LONG_AFTER, now, 10);
  }

  private Instant headTime() {
    return MemoryLog.START.plusSeconds(log.head());
  }
}
