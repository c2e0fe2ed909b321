// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit;

import daybook.domain.Actor;
import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.Origin;
import daybook.domain.StreamId;
import daybook.domain.access.AccountId;
import daybook.projections.access.AccountView;
import daybook.projections.access.AccountViews;
import daybook.projections.audit.sentence.Sentences;
import daybook.projections.device.DeviceView;
import daybook.projections.device.DeviceViews;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the entries of one page; each device and account is looked up once. */
final class EntryWriter {
  private static final Sentences SENTENCES = new Sentences();

  private final DeviceViews devices;
  private final AccountViews accounts;
  private final Map<StreamId, Optional<DeviceView>> knownDevices = new HashMap<>();
  private final Map<String, Optional<AccountView>> knownAccounts = new HashMap<>();

  EntryWriter(DeviceViews devices, AccountViews accounts) {
    this.devices = devices;
    this.accounts = accounts;
  }

  /**
   * @param device the stream of the device that it is about, or null
   */
  AuditEntry entry(OpenedEvent opened, StreamId device) {
    LogEntry entry = opened.entry();
    AuditEntry.Actor actor = actor(entry.origin().actor());
    return new AuditEntry(
        entry.index(),
        entry.eventId(),
        entry.time(),
        entry.stream().value(),
        entry.sequence(),
        entry.type(),
        SENTENCES.tell(opened, actor.name(), this::accountName),
        actor,
        device == null ? null : device(device).map(EntryWriter::shown).orElse(null),
        origin(opened),
        entry.origin().cause(),
        entry.origin().requestId());
  }

  private AuditEntry.Actor actor(Actor actor) {
    String kind = actor.kind().name().toLowerCase(Locale.ROOT);
    return new AuditEntry.Actor(kind, actor.id(), name(actor));
  }

  private String name(Actor actor) {
    return switch (actor.kind()) {
      case OPERATOR -> accountName(actor.id());
      case DEVICE -> deviceById(actor.id()).map(EntryWriter::name).orElse(null);
      case POLICY -> actor.id();
      case SERVER -> "Daybook";
      case STRANGER -> null;
    };
  }

  private String accountName(String id) {
    return account(id).map(AccountView::username).orElse(null);
  }

  private Optional<AccountView> account(String id) {
    return knownAccounts.computeIfAbsent(
        id, i -> StreamId.isId(i) ? accounts.find(new AccountId(i)) : Optional.empty());
  }

  private Optional<DeviceView> deviceById(String id) {
    return StreamId.isId(id) ? device(StreamId.of("enrollment", id)) : Optional.empty();
  }

  private Optional<DeviceView> device(StreamId stream) {
    return knownDevices.computeIfAbsent(stream, devices::byStream);
  }

  private static String name(DeviceView device) {
    return device.name() == null ? device.serialNumber() : device.name();
  }

  private static AuditEntry.Device shown(DeviceView device) {
    return new AuditEntry.Device(device.id(), device.udid(), device.serialNumber());
  }

  private static AuditEntry.Origin origin(OpenedEvent opened) {
    Origin origin = opened.entry().origin();
    return origin.remoteAddress() == null && origin.userAgent() == null
        ? null
        : new AuditEntry.Origin(opened.remoteAddress(), opened.userAgent());
  }
}
