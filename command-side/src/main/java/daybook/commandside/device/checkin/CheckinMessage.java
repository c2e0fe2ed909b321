// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.commandside.device.DeviceProblem;
import daybook.commandside.device.message.Fields;
import daybook.commandside.device.message.Sender;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.Plists;
import daybook.commandside.plist.UnreadablePlist;
import daybook.domain.Refusal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A check-in message, by its {@code MessageType}. */
sealed interface CheckinMessage permits Authenticate, ChannelMessage, GetBootstrapToken {
  Pattern TYPE = Pattern.compile("[A-Za-z0-9]{1,64}");

  /** Apple's messages that aren't served yet. */
  Set<String> UNSERVED = Set.of("DeclarativeManagement", "GetToken", "ReturnToService");

  /**
   * @throws UnreadablePlist when a field is missing or isn't what it must be
   */
  static CheckinMessage read(PlistDict message) {
    Fields fields = new Fields(message);
    String type = fields.requiredText("MessageType", 64);
    if (!TYPE.matcher(type).matches()) {
      throw UnreadablePlist.invalid("MessageType", "may hold letters and digits only");
    }
    Sender sender = Sender.read(message);
    return switch (type) {
      case "Authenticate" -> Authenticate.read(sender, fields);
      case "TokenUpdate" -> TokenUpdate.read(sender, fields);
      case "CheckOut" -> new CheckOut(sender);
      case "SetBootstrapToken" -> SetBootstrapToken.read(sender, fields);
      case "GetBootstrapToken" -> new GetBootstrapToken(sender);
      case "UserAuthenticate" -> UserAuthenticate.read(sender);
      default -> new Unserved(sender, type, UNSERVED.contains(type));
    };
  }

  Sender sender();

  /** What the device gets when the intent was accepted. */
  default ResponseEntity<byte[]> answer() {
    return ResponseEntity.ok().build();
  }

  /** An answer that is a property list. */
  static ResponseEntity<byte[]> plist(Map<String, ?> values) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/xml; charset=UTF-8"))
        .body(Plists.write(PlistDict.of(values)));
  }

  /** An answer that declines, though the message was taken note of. */
  static ResponseEntity<byte[]> declined(Refusal reason, String detail) {
    return DeviceProblem.answer(reason, detail);
  }
}
