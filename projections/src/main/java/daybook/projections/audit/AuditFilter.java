// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit;

import daybook.domain.StreamId;
import java.time.Instant;

/**
 * Which entries. Null components don't restrict.
 *
 * @param named the device by serial number, UDID or EnrollmentID
 * @param udid or EnrollmentID of the device, in either case
 * @param device its stream
 * @param type the stored name of the event
 * @param actor who caused it: a kind, an id as the entries tell it, or an account's name
 * @param since the earliest time
 * @param until the first time that is too late
 */
public record AuditFilter(
    String serialNumber,
    String udid,
    String named,
    StreamId device,
    String type,
    String actor,
    Instant since,
    Instant until) {

  public static AuditFilter all() {
    return new AuditFilter(null, null, null, null, null, null, null, null);
  }

  public static AuditFilter ofDevice(StreamId device) {
    return new AuditFilter(null, null, null, device, null, null, null, null);
  }

  public AuditFilter serialNumber(String wanted) {
    return new AuditFilter(wanted, udid, named, device, type, actor, since, until);
  }

  public AuditFilter udid(String wanted) {
    return new AuditFilter(serialNumber, wanted, named, device, type, actor, since, until);
  }

  public AuditFilter named(String wanted) {
    return new AuditFilter(serialNumber, udid, wanted, device, type, actor, since, until);
  }

  public AuditFilter type(String wanted) {
    return new AuditFilter(serialNumber, udid, named, device, wanted, actor, since, until);
  }

  public AuditFilter actor(String wanted) {
    return new AuditFilter(serialNumber, udid, named, device, type, wanted, since, until);
  }

  public AuditFilter between(Instant earliest, Instant tooLate) {
    return new AuditFilter(serialNumber, udid, named, device, type, actor, earliest, tooLate);
  }
}
