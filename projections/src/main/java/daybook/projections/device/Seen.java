// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.OpenedEvent;
import daybook.domain.enrollment.Channel;

/** A device or one of its users has spoken. */
final class Seen {
  private Seen() {}

  static void on(DeviceDraft device, Channel channel, OpenedEvent opened) {
    if (channel.isDevice()) {
      onDevice(device, opened);
    } else {
      Users.seen(device, channel, opened);
    }
  }

  static void onDevice(DeviceDraft device, OpenedEvent opened) {
    device.lastSeenAt = opened.time();
    if (opened.entry().origin().remoteAddress() != null) {
      device.lastIp = opened.remoteAddress();
    }
  }
}
