// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.commandside.device.DeviceDoor;
import daybook.commandside.device.identity.Entrance;
import daybook.commandside.device.message.ContentTypes;
import daybook.commandside.device.message.Refusing;
import daybook.commandside.door.DoorSettings;
import daybook.domain.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The check-in URL. */
@Component
class CheckinDoor implements DeviceDoor {
  private final Entrance entrance;
  private final Checkins checkins;
  private final Refusing refusing;
  private final DoorSettings settings;

  CheckinDoor(Entrance entrance, Checkins checkins, Refusing refusing, DoorSettings settings) {
    this.entrance = entrance;
    this.checkins = checkins;
    this.refusing = refusing;
    this.settings = settings;
  }

  @Override
  public String path() {
    return "/public/mdm/checkin";
  }

  @Override
  public ResponseEntity<byte[]> answer(HttpServletRequest request) throws IOException {
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
}
