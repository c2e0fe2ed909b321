// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.aMac;
import static daybook.commandside.enrollment.Device.at;

import daybook.commandside.aggregate.Story;
import daybook.domain.command.CommandEvent.CommandDelivered;
import daybook.domain.command.CommandEvent.CommandExpired;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.command.CommandId;
import daybook.domain.command.CommandIntent.QueueCommand;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Channel;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** In a quarantine commands from before wait for an operator, except those that only read. */
class HoldTest {
  private static final Instant RESTORED = at(100);
  private final Device mac = aMac();
  private final Story<Enrollment> story =
      Story.of(Enrollment.class).given(mac.authenticates(0), mac.sendsToken(1), mac.idles(12));

  private QueueCommand lock(long seconds, String command) {
    return mac.gets(seconds, command, "DeviceLock", Delivery.ONCE, null, null, 0, false);
  }

  private static CommandDelivered delivered(String command, String type) {
    return new CommandDelivered(Channel.DEVICE, new CommandId(command), type, 1);
  }

  @Test
  void aCommandFromBeforeIsHeldAndAQueryIsNot() {
    story
        .given(lock(20, "a"), mac.gets(21, "b"))
        .when(mac.idlesHeldBefore(200, RESTORED))
        .records(new DeviceConnected(Channel.DEVICE), delivered("b", "ProfileList"));
  }

  @Test
  void aCommandFromAfterIsNotHeldThoughAnOlderOneIs() {
    story
        .given(lock(20, "a"), lock(150, "b"))
        .when(mac.idlesHeldBefore(200, RESTORED))
        .records(new DeviceConnected(Channel.DEVICE), delivered("b", "DeviceLock"));
  }

  @Test
  void whatIsHeldLeavesAQuietSessionQuietAndStillExpires() {
    story
        .given(lock(20, "a"), mac.idlesHeldBefore(200, RESTORED))
        .when(mac.idlesHeldBefore(210, RESTORED))
        .recordsNothing();
    QueueCommand brief = mac.gets(20, "a", "DeviceLock", Delivery.ONCE, null, at(300), 0, false);
    Story.of(Enrollment.class)
        .given(mac.authenticates(0), mac.sendsToken(1), mac.idles(12), brief)
        .when(mac.idlesHeldBefore(400, RESTORED))
        .recordsTypes(DeviceConnected.class, CommandExpired.class);
  }

  @Test
  void onceTheQuarantineIsLiftedItGoesOut() {
    story
        .given(lock(20, "a"), mac.idlesHeldBefore(200, RESTORED))
        .when(mac.idles(300))
        .records(new DeviceConnected(Channel.DEVICE), delivered("a", "DeviceLock"));
  }
}
