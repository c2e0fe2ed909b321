// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Actor;
import daybook.domain.DomainEvent;
import daybook.domain.LogEntry;
import daybook.domain.Origin;
import daybook.domain.StreamId;
import daybook.domain.access.AccountEvent.AccountCreated;
import daybook.domain.certificate.CertificateEvent.CertificateBound;
import daybook.domain.certificate.CertificateEvent.CertificateRegistered;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.refusal.RefusalEvent.RequestRefused;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentReserved;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentSessionAdmitted;
import daybook.domain.session.SessionEvent.EnrollmentSessionOpened;
import daybook.domain.session.SessionId;
import daybook.projections.house.FakeVault;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Story;
import daybook.projections.house.TestViews;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit log over a story with two devices, one of which came through a session. */
class IndexedAuditLogTest {
  private static final ConfigurationId CONFIGURATION = new ConfigurationId("conf");
  private static final SessionId SESSION = new SessionId("session1");
  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();
  private final Story mac = new Story(log, 1);
  private final Story pad = new Story(log, 2);
  private TestViews views;

  @BeforeEach
  void tell() {
    server(
        StreamId.of("account", "account-1"),
        new AccountCreated(
            FakeVault.personal("1.op", "jane"), true, false, true, List.of(), null, null, null));
    server(
        StreamId.all("enrollment-configurations"),
        new EnrollmentSessionAdmitted(CONFIGURATION, SESSION, Story.NOT_AFTER));
    server(
        SESSION.stream(),
        new EnrollmentSessionOpened(CONFIGURATION, ScepIssuerId.OWN, "ab", null, Story.NOT_AFTER));
    server(
        StreamId.all("enrollment-configurations"), new EnrollmentReserved(CONFIGURATION, SESSION));
    server(
        StreamId.of("certificate", "c1"),
        new CertificateRegistered(SESSION, CONFIGURATION, null, MemoryLog.START, Story.NOT_AFTER));
    server(StreamId.of("certificate", "c1"), new CertificateBound(mac.device()));
    mac.enrolls();
    pad.says(new DeviceConnected(Channel.DEVICE));
    mac.queues("command-1", "DeviceLock");
    server(
        StreamId.of("refusals", "node.2026-11-24"),
        new RequestRefused("CERTIFICATE_REPLACED", "detail", "connect", "c1", null, null));
    views = new TestViews(log, new FakeVault(), folder).settled();
  }

  @AfterEach
  void close() {
    views.close();
  }

  @Test
  void allEventsAreThereTheNewestFirst() {
    List<Long> seen = new ArrayList<>();
    long before = Long.MAX_VALUE;
    List<AuditEntry> page = views.audit.page(AuditFilter.all(), before, 4);
    while (!page.isEmpty()) {
      page.forEach(entry -> seen.add(entry.index()));
      before = page.get(page.size() - 1).index();
      page = views.audit.page(AuditFilter.all(), before, 4);
    }
    assertThat(seen).hasSize((int) log.head()).isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  void aDevicesEntriesBeginWithTheSessionThatLedToIt() {
    AuditFilter byUdid = AuditFilter.all().udid(mac.device().value().toLowerCase(Locale.ROOT));
    List<String> types =
        views.audit.page(byUdid, Long.MAX_VALUE, 50).stream().map(AuditEntry::type).toList();
    assertThat(types)
        .containsExactly(
            "RequestRefused",
            "CommandQueued",
            "PushTokenChanged",
            "DeviceEnrolled",
            "EnrollmentStarted",
            "CertificateBound",
            "CertificateRegistered",
            "EnrollmentReserved",
            "EnrollmentSessionOpened",
            "EnrollmentSessionAdmitted");
    assertThat(views.audit.page(AuditFilter.all().serialNumber(mac.serial()), 9, 2))
        .extracting(AuditEntry::index)
        .containsExactly(8L, 7L);
    assertThat(views.audit.page(AuditFilter.all().serialNumber("nobody"), 99, 9)).isEmpty();
  }

  @Test
  void aTypeAndADeviceTogetherRestrictBoth() {
    assertThat(views.audit.page(AuditFilter.all().type("DeviceConnected"), 99, 9)).hasSize(1);
    AuditFilter both = AuditFilter.ofDevice(mac.device().stream()).type("DeviceConnected");
    assertThat(views.audit.page(both, 99, 9)).isEmpty();
  }

  @Test
  void anActorIsFoundByKindByIdAndByName() {
    List<AuditEntry> operators = found(AuditFilter.all().actor("operator"));
    assertThat(operators).extracting(AuditEntry::type).containsExactly("CommandQueued");
    assertThat(found(AuditFilter.all().actor("account-1"))).isEqualTo(operators);
    assertThat(found(AuditFilter.all().actor("Jane"))).isEqualTo(operators);
    assertThat(found(AuditFilter.all().actor("jane").type("DeviceEnrolled"))).isEmpty();
    assertThat(found(AuditFilter.all().actor("nobody"))).isEmpty();
    assertThat(found(AuditFilter.all().actor(mac.device().value().toLowerCase(Locale.ROOT))))
        .extracting(AuditEntry::type)
        .containsExactly("PushTokenChanged", "DeviceEnrolled", "EnrollmentStarted");
    assertThat(found(AuditFilter.ofDevice(mac.device().stream()).actor("server")))
        .extracting(AuditEntry::type)
        .contains("CertificateBound", "RequestRefused")
        .doesNotContain("CommandQueued", "EnrollmentStarted");
  }

  @Test
  void aSpanOfTimeHasItsBeginningAndNotItsEnd() {
    List<AuditEntry> all = found(AuditFilter.all());
    Instant since = all.get(7).time();
    Instant until = all.get(2).time();
    List<AuditEntry> within =
        all.stream().filter(it -> !it.time().isBefore(since) && it.time().isBefore(until)).toList();
    assertThat(within).hasSizeBetween(1, all.size() - 1);
    assertThat(found(AuditFilter.all().between(since, until))).isEqualTo(within);
    assertThat(found(AuditFilter.all().named(mac.serial()).between(since, until)))
        .isNotEmpty()
        .isSubsetOf(within);
    assertThat(found(AuditFilter.all().between(all.get(0).time().plusMillis(1), null))).isEmpty();
    assertThat(found(AuditFilter.all().between(null, all.get(all.size() - 1).time()))).isEmpty();
  }

  @Test
  void aDeviceIsNamedBySerialNumberOrUdidAndAllNamesMustFit() {
    List<AuditEntry> entries = found(AuditFilter.ofDevice(mac.device().stream()));
    assertThat(found(AuditFilter.all().named(mac.serial().toLowerCase(Locale.ROOT))))
        .isEqualTo(entries);
    assertThat(found(AuditFilter.all().named(mac.device().value()))).isEqualTo(entries);
    assertThat(found(AuditFilter.all().udid(mac.device().value()).serialNumber("nobody")))
        .isEmpty();
  }

  private List<AuditEntry> found(AuditFilter filter) {
    return views.audit.page(filter, Long.MAX_VALUE, 99);
  }

  @Test
  void anEntryTellsWhoWhatAndWhence() {
    AuditEntry queued = only("CommandQueued");
    assertThat(queued.sentence()).isEqualTo("jane queued DeviceLock.");
    assertThat(queued.actor()).isEqualTo(new AuditEntry.Actor("operator", "account-1", "jane"));
    assertThat(queued.device())
        .isEqualTo(new AuditEntry.Device(1, mac.device().value(), mac.serial()));
    assertThat(queued.origin()).isNull();
    AuditEntry started = only("EnrollmentStarted");
    assertThat(started.origin()).isEqualTo(new AuditEntry.Origin(Story.ADDRESS, null));
    assertThat(started.actor())
        .isEqualTo(new AuditEntry.Actor("device", mac.device().value(), Story.NAME));
    assertThat(only("CertificateRegistered").device().id()).isEqualTo(1);
    assertThat(only("AccountCreated").device()).isNull();
  }

  @Test
  void newEntriesOfADeviceComeInOrder() {
    long head = log.head();
    mac.says(new DeviceConnected(Channel.DEVICE));
    pad.says(new DeviceConnected(Channel.DEVICE));
    LogEntry last = mac.queues("command-2", "ProfileList");
    views.settled();
    assertThat(views.audit.newer(AuditFilter.ofDevice(mac.device().stream()), head, 10))
        .extracting(AuditEntry::index)
        .containsExactly(head + 1, last.index());
  }

  @Test
  void whatWasShreddedIsToldAsErased() {
    mac.happens(new DeviceShredded(1, List.of(mac.keyId())), Actor.operator("account-1"));
    views.settled();
    AuditEntry started = only("EnrollmentStarted");
    assertThat(started.sentence()).contains("[erased]").doesNotContain(Story.NAME);
    assertThat(started.origin()).isEqualTo(new AuditEntry.Origin(null, null));
    assertThat(started.actor().name()).isEqualTo(mac.serial());
    assertThat(views.audit.details(started.index()))
        .containsEntry("identity, device name", "[erased]")
        .containsEntry("identity, serial number", mac.serial())
        .containsEntry("message", "sealed");
  }

  @Test
  void detailsOfNoEventAreEmpty() {
    assertThat(views.audit.details(4711)).isEmpty();
  }

  private AuditEntry only(String type) {
    List<AuditEntry> found = views.audit.page(AuditFilter.all().type(type), Long.MAX_VALUE, 9);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private void server(StreamId stream, DomainEvent event) {
    log.append(stream, event, Origin.of(Actor.server(), "request"));
  }
}
