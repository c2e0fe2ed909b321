// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.device;

import daybook.projections.device.DeviceView;
import java.time.Instant;

/** A device in the list that isn't paged: the 27 fields that its first clients know, in order. */
record ListedDevice(
    long id,
    String udid,
    String serialNumber,
    String name,
    String model,
    String platform,
    String osVersion,
    String buildVersion,
    Boolean appleSilicon,
    Instant certNotValidAfter,
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
    Boolean activationLockManageable,
    Instant lastSeenAt,
    Instant lastNotifiedAt,
    Instant checkoutAt,
    Instant blockedAt,
    Instant createdAt,
    Instant updatedAt) {
  static ListedDevice of(DeviceView device) {
    return new ListedDevice(
        device.id(),
        device.udid(),
        device.serialNumber(),
        device.name(),
        device.model(),
        device.platform(),
        device.osVersion(),
        device.buildVersion(),
        device.appleSilicon(),
        device.certNotValidAfter(),
        device.blueprint(),
        device.awaitingConfiguration(),
        device.declarativeManagement(),
        device.depEnrollment(),
        device.userEnrollment(),
        device.userApprovedEnrollment(),
        device.supervised(),
        device.bootstrapTokenEscrowed(),
        device.filevaultEnabled(),
        device.filevaultPrkEscrowed(),
        device.activationLockManageable(),
        device.lastSeenAt(),
        device.lastNotifiedAt(),
        device.checkoutAt(),
        device.blockedAt(),
        device.createdAt(),
        device.updatedAt());
  }
}
