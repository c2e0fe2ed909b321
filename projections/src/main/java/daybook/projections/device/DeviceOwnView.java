// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.group.DeviceGroups;
import java.util.List;

/**
 * What the API tells of a device beyond the fields that others know, after them.
 *
 * @param metaBusinessUnit the number of the business unit that it belongs to, or null
 * @param tags the numbers of its tags
 * @param lifeCycle where it stands
 */
public record DeviceOwnView(Long metaBusinessUnit, List<Long> tags, DeviceLifeCycleView lifeCycle) {
  static DeviceOwnView of(DeviceView device) {
    DeviceGroups groups = device.life().groups();
    return new DeviceOwnView(groups.businessUnit(), groups.tags(), DeviceLifeCycleView.of(device));
  }
}
