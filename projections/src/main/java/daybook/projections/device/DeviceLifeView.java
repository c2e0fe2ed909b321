// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.IdentityMode;
import daybook.domain.group.DeviceGroups;
import java.time.Instant;

/**
 * What pages tell of a device beyond the API's object.
 *
 * @param stream its stream in the log, {@code enrollment:<id>}
 * @param groups the business unit and the tags that its enrollments gave it
 * @param state where in its life it is
 * @param enrollmentType {@code manual} or {@code user}
 * @param modelName {@code MacBook Air}
 * @param topic the push topic of its MDM payload
 * @param certificate lower-case hex SHA-256 of the pinned certificate
 * @param identityMode how it proved that it holds that certificate's key, or null
 * @param configuration the enrollment configuration it came through, or null
 * @param session the enrollment session it came through, or null
 * @param enrolledAt when its first push token came, in this enrollment
 * @param toldAt when it last answered {@code DeviceInformation}
 * @param pushRequestedAt since when a push to the device's channel is open, or null
 * @param lastPush how its last push ended: {@code accepted}, or the reason
 * @param lastCommand the request type of the command that last changed
 * @param lastCommandState {@code queued}, {@code delivered}, {@code acknowledged}, {@code failed},
 *     {@code refused}, {@code deferred}, {@code stuck}, {@code unconfirmed}, {@code expired},
 *     {@code cancelled} or {@code too large}
 * @param lastCommandAt when
 * @param unlockTokenEscrowed whether the token that clears its passcode is kept
 * @param throttledHour the last hour in which it caused too many events, or null
 * @param shreddedAt when its keys were dropped, or null
 * @param turnedAwayAt when it last came although it was blocked or retired, and was told to go, or
 *     null
 * @param identityRevokedAt when its pinned certificate was revoked, or null
 * @param archivedAt since when it is out of the lists, or null
 * @param silence when it was last heard of, and what is told of its silence
 * @param departure how it goes
 */
public record DeviceLifeView(
    String stream,
    DeviceGroups groups,
    EnrollmentSummary.State state,
    String enrollmentType,
    String modelName,
    String topic,
    String certificate,
    IdentityMode identityMode,
    String configuration,
    String session,
    Instant enrolledAt,
    Instant toldAt,
    Instant pushRequestedAt,
    String lastPush,
    String lastCommand,
    String lastCommandState,
    Instant lastCommandAt,
    boolean unlockTokenEscrowed,
    String throttledHour,
    Instant shreddedAt,
    Instant turnedAwayAt,
    Instant identityRevokedAt,
    Instant archivedAt,
    DeviceSilenceView silence,
    DeviceDepartureView departure) {
  public DeviceLifeView {
    groups = groups == null ? DeviceGroups.NONE : groups;
    silence = silence == null ? DeviceSilenceView.NONE : silence;
    departure = departure == null ? DeviceDepartureView.NONE : departure;
  }
}
