// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.device;

import daybook.domain.enrollment.ShownDevices;
import daybook.projections.device.DeviceViews;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Devices as {@code GET /api/mdm/devices/<id>/} shows them. */
@Component
class ShownDeviceViews implements ShownDevices {
  private final DeviceViews devices;

  ShownDeviceViews(DeviceViews devices) {
    this.devices = devices;
  }

  @Override
  public Optional<Object> shown(long number) {
    return devices.byNumber(number).map(device -> device);
  }
}
