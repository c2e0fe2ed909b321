// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.OpenedEvent;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.enrollment.EnrollmentEvent.UserEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.UserUnenrolled;
import java.util.function.UnaryOperator;

/** The users of a device, each by its channel. */
final class Users {
  private Users() {}

  static void enrolled(DeviceDraft device, UserEnrolled event, OpenedEvent opened) {
    change(device, event.channel(), opened, user -> user);
  }

  static void unenrolled(DeviceDraft device, UserUnenrolled event, OpenedEvent opened) {
    device.users.removeIf(user -> is(user, event.channel()));
  }

  /** Names come with the push token. */
  static void named(DeviceDraft device, PushTokenChanged event, OpenedEvent opened) {
    boolean byUser = Boolean.TRUE.equals(device.userEnrollment);
    change(
        device,
        event.channel(),
        opened,
        user ->
            new DeviceUserView(
                user.id(),
                event.userId() == null ? user.userId() : opened.text(event.userId()),
                byUser && event.userId() != null
                    ? opened.text(event.userId())
                    : user.enrollmentId(),
                event.userLongName() == null ? user.longName() : opened.text(event.userLongName()),
                event.userShortName() == null
                    ? user.shortName()
                    : opened.text(event.userShortName()),
                user.declarativeManagement(),
                user.lastIp(),
                user.lastSeenAt(),
                user.createdAt(),
                user.updatedAt(),
                user.channel()));
  }

  /** A user's channel has spoken; one that isn't enrolled isn't a user of the device. */
  static void seen(DeviceDraft device, Channel channel, OpenedEvent opened) {
    if (device.users.stream().anyMatch(user -> is(user, channel))) {
      change(
          device,
          channel,
          opened,
          user ->
              dated(
                  user,
                  opened.entry().origin().remoteAddress() == null
                      ? user.lastIp()
                      : opened.remoteAddress(),
                  opened));
    }
  }

  private static DeviceUserView dated(DeviceUserView user, String lastIp, OpenedEvent opened) {
    return new DeviceUserView(
        user.id(),
        user.userId(),
        user.enrollmentId(),
        user.longName(),
        user.shortName(),
        user.declarativeManagement(),
        lastIp,
        opened.time(),
        user.createdAt(),
        opened.time(),
        user.channel());
  }

  private static void change(
      DeviceDraft device,
      Channel channel,
      OpenedEvent opened,
      UnaryOperator<DeviceUserView> change) {
    for (int i = 0; i < device.users.size(); i++) {
      if (is(device.users.get(i), channel)) {
        device.users.set(i, change.apply(device.users.get(i)));
        return;
      }
    }
    device.users.add(change.apply(fresh(channel, opened)));
  }

  private static DeviceUserView fresh(Channel channel, OpenedEvent opened) {
    return new DeviceUserView(
        opened.entry().index(),
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        opened.time(),
        opened.time(),
        channel.value());
  }

  private static boolean is(DeviceUserView user, Channel channel) {
    return user.channel().equals(channel.value());
  }
}
