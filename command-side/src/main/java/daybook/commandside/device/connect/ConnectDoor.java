// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.connect;

import daybook.commandside.device.DeviceDoor;
import daybook.commandside.device.checkin.Checkins;
import daybook.commandside.device.identity.Entrance;
import daybook.commandside.device.identity.Entry;
import daybook.commandside.device.message.ContentTypes;
import daybook.commandside.device.message.Refusing;
import daybook.commandside.door.DoorSettings;
import daybook.domain.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The connect URL. A check-in by its content type is one here, too: a profile without a CheckInURL
 * sends everything to one URL.
 */
@Component
class ConnectDoor implements DeviceDoor {
  private final Entrance entrance;
  private final Checkins checkins;
  private final Connects connects;
  private final OversizedReports oversizedReports;
  private final Refusing refusing;
  private final DoorSettings settings;

  ConnectDoor(
      Entrance entrance,
      Checkins checkins,
      Connects connects,
      OversizedReports oversizedReports,
      Refusing refusing,
      DoorSettings settings) {
    this.entrance = entrance;
    this.checkins = checkins;
    this.connects = connects;
    this.oversizedReports = oversizedReports;
    this.refusing = refusing;
    this.settings = settings;
  }

  @Override
  public String path() {
    return "/public/mdm/connect";
  }

  @Override
  public ResponseEntity<byte[]> answer(HttpServletRequest request) throws IOException {
    if (!ContentTypes.isKnown(request.getContentType())) {
      return refusing.refuse(
          Connects.DOOR,
          Refusal.CONTENT_TYPE_UNSUPPORTED,
          "a report is a property list",
          null,
          null,
          request);
    }
    return ContentTypes.isCheckin(request.getContentType()) ? checkin(request) : report(request);
  }

  private ResponseEntity<byte[]> checkin(HttpServletRequest request) throws IOException {
    return checkins.answer(request, entrance.enter(request, settings.checkinLimit().toBytes()));
  }

  private ResponseEntity<byte[]> report(HttpServletRequest request) throws IOException {
    Entry entry = entrance.enter(request, settings.connectLimit().toBytes());
    if (entry instanceof Entry.Proven proven) {
      return connects.answer(request, proven, null);
    }
    if (entry instanceof Entry.Ended ended) {
      return connects.answer(request, ended.proven(), ended.end());
    }
    return entry instanceof Entry.Oversized oversized
        ? oversizedReports.answer(request, oversized)
        : refusing.turnedAway(Connects.DOOR, (Entry.TurnedAway) entry, request);
  }
}
