// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.OpenedEvent;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.enrollment.Channel;
import daybook.domain.push.PushEvent.PushAccepted;
import daybook.domain.push.PushEvent.PushRequested;

/** Waking the device, and its coming. */
final class Pushes {
  private Pushes() {}

  static void requested(DeviceDraft device, PushRequested event, OpenedEvent opened) {
    if (event.channel().isDevice()) {
      device.pushRequestedAt = opened.time();
    }
  }

  static void accepted(DeviceDraft device, PushAccepted event, OpenedEvent opened) {
    if (event.channel().isDevice()) {
      device.lastNotifiedAt = opened.time();
      device.lastPush = "accepted";
      device.pushRequestedAt = null;
    }
  }

  static void failed(DeviceDraft device, Channel channel, String reason) {
    if (channel.isDevice()) {
      device.lastPush = reason;
      device.pushRequestedAt = null;
    }
  }

  static void connected(DeviceDraft device, DeviceConnected event, OpenedEvent opened) {
    if (event.channel().isDevice()) {
      device.pushRequestedAt = null;
    }
    Seen.on(device, event.channel(), opened);
  }
}
