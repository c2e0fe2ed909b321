// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A user of a device, as the API tells it.
 *
 * @param id the index of the event that made the user known; unique, and the same after a rebuild
 * @param userId {@code UserID} or {@code EnrollmentUserID}; null when erased, like the names
 * @param enrollmentId {@code EnrollmentUserID}, for a User Enrollment only
 * @param channel the user's channel; not told by the API
 */
public record DeviceUserView(
    long id,
    String userId,
    String enrollmentId,
    String longName,
    String shortName,
    boolean declarativeManagement,
    String lastIp,
    Instant lastSeenAt,
    Instant createdAt,
    Instant updatedAt,
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String channel) {}
