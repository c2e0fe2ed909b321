// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.device.message.Fields;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.UnreadablePlist;
import daybook.domain.StreamId;
import daybook.domain.enrollment.EnrollmentId;

/**
 * What a device tells of itself when it enrolls over the air.
 *
 * @param challenge the secret of the profile that it has, in the second phase; or null
 */
record OtaDevice(String udid, String serialNumber, String challenge) {
  private static final int LONGEST_ID = 180;

  /**
   * @throws UnreadablePlist when it names itself by nothing, or by what can't be
   */
  static OtaDevice read(PlistDict message) {
    Fields fields = new Fields(message);
    String udid = fields.requiredText("UDID", LONGEST_ID);
    if (!StreamId.isId(udid)) {
      throw UnreadablePlist.invalid(
          "UDID", "may hold letters, digits, dots, dashes and underscores only");
    }
    return new OtaDevice(
        udid,
        fields.requiredText("SERIAL", Fields.LONGEST_TEXT),
        fields.text("CHALLENGE", Fields.LONGEST_TEXT).orElse(null));
  }

  EnrollmentId enrollment() {
    return EnrollmentId.ofUdid(udid);
  }

  @Override
  public String toString() {
    return "OtaDevice[" + udid + "]";
  }
}
