// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit;

import daybook.domain.StreamId;

/**
 * Which entries. Null components don't restrict.
 *
 * @param udid or EnrollmentID of the device, in either case
 * @param device its stream
 * @param type the stored name of the event
 */
public record AuditFilter(String serialNumber, String udid, StreamId device, String type) {
  public static AuditFilter all() {
    return new AuditFilter(null, null, null, null);
  }

  public static AuditFilter ofDevice(StreamId device) {
    return new AuditFilter(null, null, device, null);
  }

  /** Whether only the entries of certain devices are wanted. */
  boolean byDevice() {
    return serialNumber != null || udid != null || device != null;
  }
}
