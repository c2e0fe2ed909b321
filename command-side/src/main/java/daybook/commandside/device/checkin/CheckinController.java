// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.commandside.device.DeviceProblem;
import daybook.commandside.device.identity.Entrance;
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

/** The check-in URL. */
@RestController
class CheckinController {
  private static final String URL = "/public/mdm/checkin";

  private final Entrance entrance;
  private final Checkins checkins;
  private final Refusing refusing;
  private final DoorSettings settings;

  CheckinController(
      Entrance entrance, Checkins checkins, Refusing refusing, DoorSettings settings) {
    this.entrance = entrance;
    this.checkins = checkins;
    this.refusing = refusing;
    this.settings = settings;
  }

  @RequestMapping(
      path = {URL, URL + "/"},
      method = {RequestMethod.PUT, RequestMethod.POST})
  ResponseEntity<byte[]> checkin(HttpServletRequest request) throws IOException {
    if (!ContentTypes.isKnown(request.getContentType())) {
      return refusing.refuse(
          Checkins.DOOR,
          Refusal.CONTENT_TYPE_UNSUPPORTED,
          "a check-in is a property list",
          null,
          null,
          request);
    }
    return checkins.answer(request, entrance.enter(request, settings.checkinLimit().toBytes()));
  }

  @RequestMapping(path = {URL, URL + "/"})
  ResponseEntity<byte[]> otherMethods() {
    return DeviceProblem.methodNotAllowed();
  }
}
