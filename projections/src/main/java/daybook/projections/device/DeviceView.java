// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import daybook.domain.group.DeviceGroups;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A device. All components but the last are the object that the API answers, in its order and by
 * its names; what isn't known is null, what was never told false or empty.
 *
 * @param id the number of the API
 * @param realmUser null until there are realms
 * @param udid as sent; the EnrollmentID for a User Enrollment, like {@code serialNumber}
 * @param model the product name, {@code Mac14,2}; else what the device calls its model
 * @param osVersion with its supplement, {@code 15.5 (a)}; empty when unknown
 * @param certNotValidAfter of the pinned identity certificate
 * @param lastSeenAt of the device's channel, in steps of a minute
 * @param lastNotifiedAt when APNs last took a push for the device's channel
 * @param checkoutAt when it removed its management
 * @param blockedAt since when an operator keeps it out, or null
 * @param createdAt when it first began to enroll
 * @param updatedAt the time of its last event
 * @param life what the API doesn't tell
 */
public record DeviceView(
    long id,
    List<DeviceUserView> users,
    Object realmUser,
    String udid,
    String serialNumber,
    String name,
    String model,
    String platform,
    String osVersion,
    String buildVersion,
    Boolean appleSilicon,
    Instant certNotValidAfter,
    String certAttSerialNumber,
    String certAttUdid,
    Long blueprint,
    Boolean awaitingConfiguration,
    boolean declarativeManagement,
    Boolean depEnrollment,
    Boolean userEnrollment,
    Boolean userApprovedEnrollment,
    Boolean supervised,
    boolean bootstrapTokenEscrowed,
    Boolean filevaultEnabled,
    boolean filevaultPrkEscrowed,
    boolean recoveryPasswordEscrowed,
    String adminGuid,
    String adminShortname,
    boolean adminPasswordEscrowed,
    Boolean activationLockManageable,
    String lastIp,
    Instant lastSeenAt,
    Instant lastNotifiedAt,
    Instant checkoutAt,
    Instant blockedAt,
    Instant createdAt,
    Instant updatedAt,
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) DeviceLifeView life) {
  /** Where it stands, in one word. */
  public DeviceConditionView condition() {
    return DeviceConditionView.of(this);
  }

  /** The same without groups that are no more. */
  public DeviceView within(Set<Long> businessUnits, Set<Long> tags) {
    DeviceGroups groups = life.groups();
    if (groups.equals(DeviceGroups.NONE)) {
      return this;
    }
    DeviceDraft draft = DeviceDraft.of(this);
    draft.groups =
        new DeviceGroups(
            businessUnits.contains(groups.businessUnit()) ? groups.businessUnit() : null,
            groups.tags().stream().filter(tags::contains).toList());
    return draft.view();
  }

  /** What the API tells of it beyond the fields that others know. */
  @JsonProperty
  @JsonUnwrapped
  public DeviceOwnView own() {
    return DeviceOwnView.of(this);
  }
}
