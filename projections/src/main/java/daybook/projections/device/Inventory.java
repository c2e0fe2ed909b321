// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import static daybook.projections.device.Enrolling.or;

import daybook.domain.OpenedEvent;
import daybook.domain.command.CommandEvent.DeviceInformationReported;
import daybook.domain.command.CommandEvent.DeviceInformationUnchanged;
import daybook.domain.command.DeviceFacts;

/** What the device tells about itself; what it leaves out stays as it was. */
final class Inventory {
  private Inventory() {}

  static void reported(DeviceDraft device, DeviceInformationReported event, OpenedEvent opened) {
    if (!event.channel().isDevice()) {
      return;
    }
    DeviceFacts facts = event.facts();
    device.toldAt = opened.time();
    if (!Boolean.TRUE.equals(device.userEnrollment)) {
      device.serialNumber = or(facts.serialNumber(), device.serialNumber);
    }
    device.model = or(or(facts.productName(), device.model), facts.model());
    device.modelName = or(facts.modelName(), device.modelName);
    device.platform = facts.productName() == null ? device.platform : facts.platform();
    device.appleSilicon = or(facts.appleSilicon(), device.appleSilicon);
    device.supervised = or(facts.supervised(), device.supervised);
    Enrolling.awaits(device, facts.awaitingConfiguration());
    versions(device, facts);
    if (facts.deviceName() != null) {
      device.name = opened.text(facts.deviceName());
    }
  }

  /** {@code 15.5 (a)}, and the build of the supplement where there is one. */
  private static void versions(DeviceDraft device, DeviceFacts facts) {
    if (facts.osVersion() != null) {
      String extra = facts.osVersionExtra();
      device.osVersion =
          extra == null || extra.isBlank() ? facts.osVersion() : facts.osVersion() + " " + extra;
    }
    String extraBuild = facts.buildVersionExtra();
    device.buildVersion =
        extraBuild == null || extraBuild.isBlank()
            ? or(facts.buildVersion(), device.buildVersion)
            : extraBuild;
  }

  static void unchanged(DeviceDraft device, DeviceInformationUnchanged event, OpenedEvent opened) {
    if (event.channel().isDevice()) {
      device.toldAt = opened.time();
    }
  }
}
