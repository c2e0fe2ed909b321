// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.connect;

import daybook.commandside.device.DeviceProblem;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * The connect URL. A check-in by its content type is one here, too: a profile without a CheckInURL
 * sends everything to one URL.
 */
@RestController
class ConnectController {
  private static final String URL = "/public/mdm/connect";

  private final Entrance entrance;
  private final Checkins checkins;
  private final Connects connects;
  private final OversizedReports oversizedReports;
  private final Refusing refusing;
  private final DoorSettings settings;

  ConnectController(
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

  @RequestMapping(
      path = {URL, URL + "/"},
      method = {RequestMethod.PUT, RequestMethod.POST})
  ResponseEntity<byte[]> connect(HttpServletRequest request) throws IOException {
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
      return connects.answer(request, proven);
    }
    return entry instanceof Entry.Oversized oversized
        ? oversizedReports.answer(request, oversized)
        : refusing.turnedAway(Connects.DOOR, (Entry.TurnedAway) entry, request);
  }

  @RequestMapping(path = {URL, URL + "/"})
  ResponseEntity<byte[]> otherMethods() {
    return DeviceProblem.methodNotAllowed();
  }
}
