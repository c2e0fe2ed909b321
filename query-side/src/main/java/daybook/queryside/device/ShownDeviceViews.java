// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.device;

import daybook.domain.Origin;
import daybook.domain.enrollment.ShownDevices;
import daybook.projections.device.DeviceViews;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Devices as {@code GET /api/mdm/devices/<id>/} shows them. */
@Component
class ShownDeviceViews implements ShownDevices {
  private final DeviceViews devices;
  private final DeviceGroupsNow groups;

  ShownDeviceViews(DeviceViews devices, DeviceGroupsNow groups) {
    this.devices = devices;
    this.groups = groups;
  }

  @Override
  public Optional<Object> shown(long number, Origin asking) {
    return devices.byNumber(number).map(groups.numbers(asking)::shown);
  }
}
