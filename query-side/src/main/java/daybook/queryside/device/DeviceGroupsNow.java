// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.device;

import daybook.domain.Origin;
import daybook.domain.group.BusinessUnit;
import daybook.domain.group.GroupDesk;
import daybook.domain.group.Tag;
import daybook.projections.device.DeviceView;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The business units and tags that there are: a device's view also holds removed ones. */
@Component
class DeviceGroupsNow {
  private final GroupDesk<BusinessUnit> units;
  private final GroupDesk<Tag> tags;

  DeviceGroupsNow(GroupDesk<BusinessUnit> units, GroupDesk<Tag> tags) {
    this.units = units;
    this.tags = tags;
  }

  /** Their numbers. */
  record Numbers(Set<Long> units, Set<Long> tags) {
    DeviceView shown(DeviceView device) {
      return device.within(units, tags);
    }
  }

  /**
   * As of one request.
   *
   * @throws daybook.domain.access.Unavailable when they can't be had now
   */
  Numbers numbers(Origin asking) {
    return new Numbers(
        units.all(asking).stream().map(BusinessUnit::number).collect(Collectors.toSet()),
        tags.all(asking).stream().map(Tag::number).collect(Collectors.toSet()));
  }
}
