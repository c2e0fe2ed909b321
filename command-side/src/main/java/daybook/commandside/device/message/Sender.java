// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.message;

import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.UnreadablePlist;
import daybook.domain.Actor;
import daybook.domain.StreamId;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentId;
import java.nio.charset.StandardCharsets;

/**
 * Who says a message: a device, or one user of it. Where a message has a UDID and an EnrollmentID,
 * the UDID holds.
 *
 * @param udid as sent, or null
 * @param enrollmentId as sent, or null; User Enrollment only
 * @param userId of the user whose channel it is, or null on the device's own
 */
public record Sender(
    String udid, String enrollmentId, String userId, String userShortName, String userLongName) {
  /** On a Shared iPad every user has this id, and the short name tells them apart. */
  private static final String SHARED_IPAD = "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF";

  private static final int LONGEST_ID = 180;

  /**
   * @throws UnreadablePlist when no device is named, or one by a name that can't be
   */
  public static Sender read(PlistDict message) {
    Fields fields = new Fields(message);
    String udid = fields.text("UDID", LONGEST_ID).orElse(null);
    String enrollmentId = fields.text("EnrollmentID", LONGEST_ID).orElse(null);
    if (udid == null && enrollmentId == null) {
      throw UnreadablePlist.missing("UDID");
    }
    requireId("UDID", udid);
    requireId("EnrollmentID", enrollmentId);
    String userId =
        fields
            .text("UserID", LONGEST_ID)
            .or(() -> fields.text("EnrollmentUserID", LONGEST_ID))
            .orElse(null);
    String shortName = fields.text("UserShortName");
    if (SHARED_IPAD.equalsIgnoreCase(userId) && shortName == null) {
      throw UnreadablePlist.missing("UserShortName");
    }
    return new Sender(udid, enrollmentId, userId, shortName, fields.text("UserLongName"));
  }

  public EnrollmentId enrollment() {
    return udid != null ? EnrollmentId.ofUdid(udid) : EnrollmentId.ofEnrollmentId(enrollmentId);
  }

  /** Whose keys seal what it says, and where it comes from. */
  public Subject subject() {
    return Subject.of(enrollment().stream());
  }

  public Actor actor() {
    return new Actor(Actor.Kind.DEVICE, enrollment().value());
  }

  public boolean isUser() {
    return userId != null;
  }

  /** The channel; a user's is a pseudonym made with the device's key, which must exist by then. */
  public Channel channel(Vault vault) {
    if (!isUser()) {
      return Channel.DEVICE;
    }
    String name = SHARED_IPAD.equalsIgnoreCase(userId) ? userShortName : StreamId.upper(userId);
    return Channel.ofUser(vault.fingerprint(subject(), name.getBytes(StandardCharsets.UTF_8)));
  }

  private static void requireId(String field, String id) {
    if (id != null && !StreamId.isId(id)) {
      throw UnreadablePlist.invalid(
          field, "may hold letters, digits, dots, dashes and underscores only");
    }
  }
}
