// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.connect;

import daybook.commandside.device.message.Fields;
import daybook.commandside.device.message.Sender;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.PlistValue;
import daybook.commandside.plist.UnreadablePlist;
import daybook.domain.Refusal;
import daybook.domain.command.CommandId;
import daybook.domain.command.ErrorItem;
import daybook.domain.command.ReportStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * What a device says on the connect URL. What it says beside status and command is read leniently,
 * for a report that is refused keeps its command at the head of the queue.
 *
 * @param command null for {@code Idle}, and for a {@code CommandFormatError} without one: of a
 *     command that can't be parsed a device may not know the id
 * @param requestType as the device repeats it, or null
 * @param information the answers to {@code DeviceInformation}, or null
 */
record ReportMessage(
    Sender sender,
    ReportStatus status,
    CommandId command,
    String requestType,
    List<ErrorItem> errors,
    PlistDict information) {
  private static final int LONGEST_COMMAND = 180;
  private static final int LONGEST_REQUEST_TYPE = 128;
  private static final int MOST_ERRORS = 16;
  private static final String DEVICE_INFORMATION = "DeviceInformation";

  /**
   * @throws UnreadablePlist when it isn't a report
   */
  static ReportMessage read(PlistDict message) {
    Fields fields = new Fields(message);
    String word = fields.requiredText("Status", Fields.LONGEST_TEXT);
    ReportStatus status =
        ReportStatus.of(word)
            .orElseThrow(
                () ->
                    new UnreadablePlist(
                        Refusal.STATUS_UNKNOWN, "Status is none of the five that there are"));
    Sender sender = Sender.read(message);
    if (status == ReportStatus.IDLE) {
      return new ReportMessage(sender, status, null, null, List.of(), null);
    }
    CommandId command = fields.text("CommandUUID", LONGEST_COMMAND).map(CommandId::of).orElse(null);
    if (command == null && status != ReportStatus.COMMAND_FORMAT_ERROR) {
      throw UnreadablePlist.missing("CommandUUID");
    }
    String requestType =
        message
            .text("RequestType")
            .filter(type -> !type.isEmpty() && type.length() <= LONGEST_REQUEST_TYPE)
            .orElse(null);
    // iPhones and iPads don't repeat the request type.
    boolean informs =
        status == ReportStatus.ACKNOWLEDGED
            && (requestType == null || DEVICE_INFORMATION.equals(requestType));
    return new ReportMessage(
        sender,
        status,
        command,
        requestType,
        status == ReportStatus.ERROR ? errors(message) : List.of(),
        informs ? message.dict("QueryResponses").orElse(null) : null);
  }

  private static List<ErrorItem> errors(PlistDict message) {
    List<ErrorItem> errors = new ArrayList<>();
    for (PlistValue value : message.items("ErrorChain")) {
      if (value instanceof PlistDict item && errors.size() < MOST_ERRORS) {
        String domain = item.text("ErrorDomain").map(ReportMessage::shortened).orElse(null);
        errors.add(new ErrorItem(domain, item.whole("ErrorCode").orElse(0L)));
      }
    }
    return List.copyOf(errors);
  }

  private static String shortened(String text) {
    return text.length() <= Fields.LONGEST_TEXT ? text : text.substring(0, Fields.LONGEST_TEXT);
  }
}
