// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit;

import java.time.Instant;

/**
 * One event of the log, for people; as the API tells it.
 *
 * @param index its place in the log
 * @param id the event's id
 * @param type the stored name of the event
 * @param device the device it is about, or null
 * @param origin whence it was caused, or null when that is not known
 * @param cause what led to it, or null
 * @param requestId of the request that caused it
 */
public record AuditEntry(
    long index,
    String id,
    Instant time,
    String stream,
    long sequence,
    String type,
    String sentence,
    Actor actor,
    Device device,
    Origin origin,
    String cause,
    String requestId) {
  /**
   * Who caused it.
   *
   * @param kind {@code device}, {@code operator}, {@code policy}, {@code server}, {@code stranger}
   * @param name the name people know it by, or null
   */
  public record Actor(String kind, String id, String name) {}

  /**
   * The device it is about.
   *
   * @param id the number of the API
   */
  public record Device(long id, String udid, String serialNumber) {}

  /** Whence it was caused; null where erased. */
  public record Origin(String remoteAddress, String userAgent) {}
}
