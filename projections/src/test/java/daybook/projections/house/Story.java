// SPDX-License-Identifier: Apache-2.0
package daybook.projections.house;

import daybook.domain.Actor;
import daybook.domain.DomainEvent;
import daybook.domain.LogEntry;
import daybook.domain.Origin;
import daybook.domain.Personal;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.CommandId;
import daybook.domain.command.Delivery;
import daybook.domain.command.SealedReport;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.DeviceCertificate;
import daybook.domain.enrollment.DeviceIdentity;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.IdentityMode;
import java.time.Instant;
import java.util.Map;

/** What happens to one device, told into a log. */
public final class Story {
  public static final String ADDRESS = "192.0.2.7";
  public static final String NAME = "Jane’s Mac 🍏";
  public static final Channel USER = Channel.ofUser("jane");
  public static final Instant NOT_AFTER = Instant.parse("2028-11-24T08:00:00Z");

  private final MemoryLog log;
  private final EnrollmentId device;
  private final long number;

  public Story(MemoryLog log, long number) {
    this.log = log;
    this.number = number;
    this.device = EnrollmentId.ofUdid("00000000-0000-4000-8000-%012d".formatted(number));
  }

  public EnrollmentId device() {
    return device;
  }

  public String serial() {
    return "SN" + number;
  }

  /** The id of the key under which this device's personal values are sealed. */
  public String keyId() {
    return "1.key" + number;
  }

  public Personal personal(String text) {
    return FakeVault.personal(keyId(), text);
  }

  /** The device itself says or does something. */
  public LogEntry says(DomainEvent event) {
    Actor actor = new Actor(Actor.Kind.DEVICE, device.value());
    return log.append(
        device.stream(), event, new Origin(actor, "request", null, personal(ADDRESS), null));
  }

  /** Something happens in the device's stream that another actor caused. */
  public LogEntry happens(DomainEvent event, Actor actor) {
    return log.append(device.stream(), event, Origin.of(actor, "request"));
  }

  public LogEntry starts() {
    return says(
        new EnrollmentStarted(
            number, true, certificate("c" + number), "conf", "topic", identity(), secret()));
  }

  public Story enrolls() {
    starts();
    says(new DeviceEnrolled());
    says(
        new PushTokenChanged(
            Channel.DEVICE, "topic", secret(), secret(), null, null, null, null, secret()));
    return this;
  }

  public LogEntry queues(String commandId, String requestType) {
    return happens(
        new CommandQueued(
            Channel.DEVICE,
            new CommandId(commandId),
            requestType,
            requestType,
            Delivery.REPEAT,
            "operator",
            null,
            null,
            0,
            Map.of(),
            secret()),
        Actor.operator("account-1"));
  }

  public DeviceIdentity identity() {
    return new DeviceIdentity(
        device.value(),
        null,
        serial(),
        "Mac14,2",
        "MacBookAir",
        "MacBook Air",
        "macOS",
        "15.5",
        "24F74",
        personal(NAME),
        null,
        null);
  }

  public static DeviceCertificate certificate(String sha256) {
    return new DeviceCertificate(
        sha256, MemoryLog.START, NOT_AFTER, "CN=Daybook", "session1", IdentityMode.SIGNATURE);
  }

  public static daybook.domain.Secret secret() {
    return FakeVault.secret("hush");
  }

  public static SealedReport report() {
    return new SealedReport(null, secret(), 4, 0);
  }
}
