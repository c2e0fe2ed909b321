// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import daybook.commandside.access.Account;
import daybook.commandside.access.AccountRegister;
import daybook.commandside.access.Roles;
import daybook.commandside.aggregate.EventSourced;
import daybook.commandside.certificate.Certificate;
import daybook.commandside.enrollment.Enrollment;
import daybook.commandside.session.AllEnrollmentConfigurations;
import daybook.commandside.session.EnrollmentSession;
import daybook.domain.DomainEvent;
import daybook.domain.Personal;
import daybook.domain.Sealed;
import daybook.domain.Secret;
import daybook.domain.access.AccountEvent.AccountCreated;
import daybook.domain.access.AccountEvent.ApiTokenIssued;
import daybook.domain.access.AccountEvent.ApiTokenUsed;
import daybook.domain.access.AccountEvent.PasswordChanged;
import daybook.domain.access.AccountEvent.SignedIn;
import daybook.domain.access.AccountId;
import daybook.domain.access.Permission;
import daybook.domain.access.RegisterEvent.AccountRegistered;
import daybook.domain.access.RegisterEvent.AdministratorCounted;
import daybook.domain.access.RoleEvent.RoleCreated;
import daybook.domain.certificate.CertificateEvent.CertificateBound;
import daybook.domain.certificate.CertificateEvent.CertificateRegistered;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandDeferred;
import daybook.domain.command.CommandEvent.CommandDelivered;
import daybook.domain.command.CommandEvent.CommandExpired;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.command.CommandId;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.DeviceCertificate;
import daybook.domain.enrollment.DeviceIdentity;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRenewed;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.enrollment.EnrollmentEvent.UserEnrolled;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.IdentityMode;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenEscrowed;
import daybook.domain.escrow.EscrowEvent.UnlockTokenEscrowed;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.push.PushEvent.PushRequested;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.EnrollmentConfiguration;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentConfigurationCreated;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentReserved;
import daybook.domain.session.EnrollmentConfigurationEvent.EnrollmentSessionAdmitted;
import daybook.domain.session.IssuedCertificate;
import daybook.domain.session.SessionEvent.CertificateIssued;
import daybook.domain.session.SessionEvent.CertificateRefused;
import daybook.domain.session.SessionEvent.EnrollmentSessionOpened;
import daybook.domain.session.SessionId;
import daybook.ops.log.json.EventJson;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The state that a plausible life leads to is the same after it was written and read back. */
class SnapshotOfALifeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123Z");
  private static final Channel DEVICE = Channel.DEVICE;
  private static final Channel USER = Channel.ofUser("u");
  private static final Secret SECRET = new Secret(new Sealed("1.k", 1, "AAAA", "f"));
  private static final Personal PERSONAL = new Personal(new Sealed("1.k", 1, "AAAA", "f"));

  private static final DeviceIdentity MAC =
      new DeviceIdentity(
          "MAC", null, "C02", "Mac14,2", null, null, "macOS", "26.1", null, PERSONAL, null, null);

  private final JsonMapper mapper = EventJson.builder().build();

  @Test
  void enrollment() throws Exception {
    survives(
        new Enrollment("enrollment:MAC"),
        new EnrollmentStarted(7, true, certificate("c1"), "conf", "topic", MAC, SECRET),
        new PushTokenChanged(DEVICE, "topic", SECRET, SECRET, true, null, null, null, SECRET),
        new DeviceEnrolled(),
        new UnlockTokenEscrowed(DEVICE, SECRET),
        new BootstrapTokenEscrowed(SECRET, null),
        new UserEnrolled(USER),
        queued("a", Delivery.ONCE),
        queued("b", Delivery.REPEAT),
        queued("c", Delivery.REPEAT),
        queued("d", Delivery.REPEAT),
        new PushRequested(DEVICE, "command", NOW),
        new DeviceConnected(DEVICE),
        new CommandDelivered(DEVICE, new CommandId("a"), "x", 1),
        new CommandAcknowledged(DEVICE, new CommandId("a"), "x", null),
        new CommandDelivered(DEVICE, new CommandId("b"), "x", 1),
        new CommandDeferred(DEVICE, new CommandId("b"), "x", null),
        new CommandDelivered(DEVICE, new CommandId("c"), "x", 1),
        new CommandExpired(DEVICE, new CommandId("d"), "x"),
        new IdentityRenewed(certificate("c2"), "c1", SECRET));
  }

  @Test
  void session() throws Exception {
    survives(
        new EnrollmentSession("enrollment-session:s"),
        new EnrollmentSessionOpened(
            new ConfigurationId("conf"), ScepIssuerId.OWN, "aa", "C02", NOW),
        new CertificateIssued(
            new IssuedCertificate("aa", "DER", "bb", "t", "01", "CN=x", "CN=CA", NOW, NOW)),
        new CertificateRefused("t", "KEY_UNSUITABLE"));
  }

  @Test
  void configurations() throws Exception {
    ConfigurationId id = new ConfigurationId("conf");
    survives(
        new AllEnrollmentConfigurations("enrollment-configurations:all"),
        new EnrollmentConfigurationCreated(
            new EnrollmentConfiguration(
                id, 1, ConfigurationDetails.named("name", 5, NOW), "aa", "bb", SECRET)),
        new EnrollmentSessionAdmitted(id, new SessionId("s"), NOW.plusSeconds(1)),
        new EnrollmentSessionAdmitted(id, new SessionId("t"), NOW.plusSeconds(1)),
        new EnrollmentReserved(id, new SessionId("s")));
  }

  @Test
  void certificate() throws Exception {
    survives(
        new Certificate("certificate:aa"),
        new CertificateRegistered(
            new SessionId("s"), new ConfigurationId("c"), new EnrollmentId("MAC"), NOW, NOW),
        new CertificateBound(new EnrollmentId("MAC")));
  }

  @Test
  void account() throws Exception {
    survives(
        new Account("account:alice"),
        new AccountCreated(
            PERSONAL,
            true,
            false,
            true,
            List.of(Permission.VIEW_DEVICES),
            SECRET,
            PERSONAL,
            List.of(2L)),
        new ApiTokenIssued("aa", "laptop", NOW),
        new ApiTokenUsed("aa", "laptop"),
        new PasswordChanged(SECRET),
        new SignedIn(null));
  }

  @Test
  void register() throws Exception {
    AccountId alice = new AccountId("alice");
    survives(
        new AccountRegister("accounts:all"),
        new AccountRegistered(alice, 1),
        new AdministratorCounted(alice));
  }

  @Test
  void roles() throws Exception {
    survives(
        new Roles("roles:all"), new RoleCreated(2, "Helpdesk", List.of(Permission.VIEW_DEVICES)));
  }

  private void survives(EventSourced aggregate, DomainEvent... events) throws Exception {
    Method on =
        EventSourced.class.getDeclaredMethod("on", DomainEvent.class, long.class, Instant.class);
    on.setAccessible(true);
    long sequence = 0;
    for (DomainEvent event : events) {
      on.invoke(aggregate, event, sequence++, NOW);
    }
    String written = mapper.writeValueAsString(aggregate);
    EventSourced blank = aggregate.getClass().getConstructor(String.class).newInstance("");
    EventSourced read = mapper.readerForUpdating(blank).readValue(written);
    assertThat(read).usingRecursiveComparison().isEqualTo(aggregate);
    assertThat(mapper.writeValueAsString(read)).isEqualTo(written);
  }

  private static CommandQueued queued(String id, Delivery delivery) {
    return new CommandQueued(
        DEVICE, new CommandId(id), "n", "x", delivery, "operator", NOW, NOW, 1, Map.of(), SECRET);
  }

  private static DeviceCertificate certificate(String sha256) {
    return new DeviceCertificate(sha256, NOW, NOW, "CN=CA", "s", IdentityMode.SIGNATURE);
  }
}
