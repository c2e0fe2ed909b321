// SPDX-License-Identifier: Apache-2.0
package daybook.ui.device;

import daybook.domain.Origin;
import daybook.domain.group.BusinessUnit;
import daybook.domain.group.GroupDesk;
import daybook.domain.group.Tag;
import daybook.projections.device.DeviceLifeView;
import daybook.projections.device.DeviceView;
import daybook.ui.timeline.Moment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is known of a device, as label → text; what isn't known is left out. */
@Component
class DeviceFacts {
  private final GroupDesk<BusinessUnit> units;
  private final GroupDesk<Tag> tags;

  DeviceFacts(GroupDesk<BusinessUnit> units, GroupDesk<Tag> tags) {
    this.units = units;
    this.tags = tags;
  }

  Map<String, String> of(DeviceView device, Origin asking) {
    DeviceLifeView life = device.life();
    Map<String, String> facts = new LinkedHashMap<>();
    put(facts, "UDID", device.udid());
    put(facts, "Serial number", device.serialNumber());
    put(facts, "Model", device.model());
    put(facts, "OS", join(device.platform(), device.osVersion()));
    put(facts, "Build", device.buildVersion());
    put(facts, "Business unit", unit(device, asking));
    put(facts, "Tags", tags(device, asking));
    put(facts, "Supervised", device.supervised());
    put(facts, "Apple silicon", device.appleSilicon());
    put(facts, "Awaiting configuration", device.awaitingConfiguration());
    put(facts, "Bootstrap token", device.bootstrapTokenEscrowed() ? "escrowed" : null);
    put(facts, "Unlock token", life.unlockTokenEscrowed() ? "escrowed" : null);
    put(facts, "Last address", device.lastIp());
    put(facts, "First enrolled", Moment.text(device.createdAt()));
    put(facts, "Left", moment(device.checkoutAt()));
    put(facts, "Blocked", moment(device.blockedAt()));
    put(facts, "Unenrollment asked for", moment(life.departure().requestedAt()));
    put(facts, "Retired", moment(life.departure().retiredAt()));
    put(facts, "Told to remove management", moment(life.turnedAwayAt()));
    put(facts, "Certificate until", Moment.text(device.certNotValidAfter()));
    put(facts, "Identity revoked", moment(life.identityRevokedAt()));
    put(facts, "Last push", life.lastPush());
    put(facts, "Last command", join(life.lastCommand(), life.lastCommandState()));
    put(facts, "Silent since", moment(life.silence().silentSince()));
    put(facts, "Likely causes", String.join(", ", life.silence().causes()).replace('_', ' '));
    put(facts, "Presumably removed", moment(life.silence().removalPresumedAt()));
    put(facts, "Archived", moment(life.archivedAt()));
    put(facts, "Keys dropped", moment(life.shreddedAt()));
    return facts;
  }

  private String unit(DeviceView device, Origin asking) {
    return units.all(asking).stream()
        .filter(it -> Long.valueOf(it.number()).equals(device.life().groups().businessUnit()))
        .map(BusinessUnit::name)
        .findFirst()
        .orElse(null);
  }

  private String tags(DeviceView device, Origin asking) {
    return tags.all(asking).stream()
        .filter(it -> device.life().groups().tags().contains(it.number()))
        .map(Tag::name)
        .collect(Collectors.joining(", "));
  }

  private static void put(Map<String, String> facts, String label, Boolean value) {
    put(facts, label, value == null ? null : value ? "yes" : "no");
  }

  private static void put(Map<String, String> facts, String label, String value) {
    if (value != null && !value.isEmpty()) {
      facts.put(label, value);
    }
  }

  private static String moment(Instant time) {
    return time == null ? null : Moment.text(time);
  }

  private static String join(String first, String second) {
    if (first == null || second == null) {
      return first;
    }
    return (first + " " + second).strip();
  }
}
