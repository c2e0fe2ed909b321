// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import daybook.domain.Refusal;
import daybook.ops.simulator.Reply;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.identity.Identity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What devices are told over HTTP: the status and the name of the reason, and who leaves. */
class RefusalWordsTest {
  private static final String REPORT = "application/x-apple-aspen-mdm";

  private final SoftAssertions all = new SoftAssertions();

  @Test
  void eachRefusalNamesItsReasonAndOnlyTheBlockedDeviceLeaves(@TempDir Path folder) {
    try (House house = House.at(folder)) {
      SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation().enroll(house.link());
      SimulatedDevice other = SimulatedDevice.mac(3).insideSimulation().enroll(house.link());

      told(Refusal.PLIST_UNREADABLE, 400, send(house, mac, REPORT, "<plist>"));
      told(Refusal.CONTENT_TYPE_UNSUPPORTED, 400, send(house, mac, "image/png", xml(idle(mac))));
      told(Refusal.PLIST_TOO_DEEP, 400, mac.report(deep(mac)));
      told(Refusal.STATUS_UNKNOWN, 400, mac.report(with(idle(mac), "Status", "Whatever")));
      told(Refusal.FIELD_MISSING, 400, mac.report(new NSDictionary()));
      told(Refusal.MESSAGE_TYPE_UNKNOWN, 400, mac.checkIn(checkin(mac, "SomethingNew")));
      told(
          Refusal.MESSAGE_TYPE_UNSUPPORTED,
          400,
          mac.checkIn(checkin(mac, "DeclarativeManagement")));
      told(
          Refusal.USER_NOT_MANAGED,
          410,
          mac.checkIn(
              with(
                  checkin(mac, "UserAuthenticate"),
                  "UserID",
                  "11111111-2222-4333-8444-555555555555")));
      NSDictionary update = with(checkin(mac, "TokenUpdate"), "Topic", "com.apple.mgmt.External.x");
      update.put("PushMagic", "magic");
      update.put("Token", new byte[32]);
      told(Refusal.TOPIC_CHANGED, 400, mac.checkIn(update));
      told(
          Refusal.NOT_ENROLLED,
          400,
          mac.report(with(idle(mac), "UDID", "00000000-0000-4000-8000-000000000000")));
      Identity own = mac.identity();
      mac.use(other.identity());
      told(Refusal.CERTIFICATE_NOT_PINNED, 400, mac.report(idle(mac)));
      told(Refusal.CERTIFICATE_OF_ANOTHER_DEVICE, 400, mac.authenticate());
      mac.use(own);
      assertThat(mac.isEnrolled()).isTrue();
      assertThat(mac.report(idle(mac)).status()).isEqualTo(200);

      NSDictionary late = idle(other);
      assertThat(other.checkIn(checkin(other, "CheckOut")).status()).isEqualTo(200);
      told(Refusal.UNENROLLED, 400, other.report(late));
      assertThat(other.isEnrolled()).isTrue();

      long number = house.api().deviceByUdid(mac.udid()).get("id").asLong();
      assertThat(house.api().status("POST", "/api/mdm/devices/" + number + "/block/"))
          .isEqualTo(200);
      Reply blocked = mac.report(idle(mac));
      told(Refusal.DEVICE_BLOCKED, 401, blocked);
      assertThat(blocked.unenrolls()).isTrue();
      assertThat(mac.isEnrolled()).isFalse();
      all.assertAll();
    }
  }

  private void told(Refusal reason, int status, Reply reply) {
    all.assertThat(reply.status()).as(reason.name()).isEqualTo(status);
    all.assertThat(new String(reply.body(), StandardCharsets.UTF_8))
        .startsWith(reason.name().toLowerCase(Locale.ROOT) + ": ")
        .endsWith("\n");
  }

  private static Reply send(House house, SimulatedDevice device, String type, String body) {
    return device.send(
        house.url().resolve("/public/mdm/connect/"), type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static NSDictionary deep(SimulatedDevice device) {
    NSObject deep = new NSArray();
    for (int i = 0; i < 70; i++) {
      deep = new NSArray(deep);
    }
    NSDictionary message = idle(device);
    message.put("Deep", deep);
    return message;
  }

  private static NSDictionary checkin(SimulatedDevice device, String type) {
    NSDictionary message = with(new NSDictionary(), "MessageType", type);
    message.put("UDID", device.udid());
    return with(message, "Topic", device.profile().topic());
  }

  private static NSDictionary idle(SimulatedDevice device) {
    return with(with(new NSDictionary(), "Status", "Idle"), "UDID", device.udid());
  }

  private static NSDictionary with(NSDictionary message, String key, String value) {
    message.put(key, value);
    return message;
  }

  private static String xml(NSDictionary message) {
    return message.toXMLPropertyList();
  }
}
