// SPDX-License-Identifier: Apache-2.0
package daybook.projections.renewal;

import java.time.Duration;
import java.time.Instant;

/**
 * A device's certificate and its renewal.
 *
 * @param enrollment the enrollment's id
 * @param certificate lower-case hex of the SHA-256 of the one that is pinned
 * @param issuer its issuer's distinguished name, RFC 4514
 * @param notAfter its end
 * @param ours whether we issued it
 * @param enrolled whether the device is under management
 * @param leaving whether an operator has it unenroll
 * @param blocked whether an operator keeps it out
 * @param command id of the last command to renew it that waits, or null
 * @param attempt how many times it was tried with this certificate
 * @param retryAfter from the end of the last try to the next one, or null
 * @param restsUntil the earliest time of the next try, or null: any
 */
public record RenewalView(
    String enrollment,
    String certificate,
    String issuer,
    Instant notAfter,
    boolean ours,
    boolean enrolled,
    boolean leaving,
    boolean blocked,
    String command,
    int attempt,
    Duration retryAfter,
    Instant restsUntil) {

  /** Nothing was tried yet with this certificate. */
  static RenewalView of(
      String enrollment,
      String certificate,
      String issuer,
      Instant notAfter,
      boolean ours,
      boolean enrolled,
      boolean leaving,
      boolean blocked) {
    return new RenewalView(
        enrollment,
        certificate,
        issuer,
        notAfter,
        ours,
        enrolled,
        leaving,
        blocked,
        null,
        0,
        null,
        null);
  }

  RenewalView withEnrolled(boolean now) {
    return new RenewalView(
        enrollment,
        certificate,
        issuer,
        notAfter,
        ours,
        now,
        leaving,
        blocked,
        command,
        attempt,
        retryAfter,
        restsUntil);
  }

  RenewalView withLeaving(boolean now) {
    return new RenewalView(
        enrollment,
        certificate,
        issuer,
        notAfter,
        ours,
        enrolled,
        now,
        blocked,
        command,
        attempt,
        retryAfter,
        restsUntil);
  }

  RenewalView withBlocked(boolean now) {
    return new RenewalView(
        enrollment,
        certificate,
        issuer,
        notAfter,
        ours,
        enrolled,
        leaving,
        now,
        command,
        attempt,
        retryAfter,
        restsUntil);
  }

  /** A try waits for the device, until its command expires. */
  RenewalView tried(String waiting, int count, Duration retry, Instant until) {
    return new RenewalView(
        enrollment,
        certificate,
        issuer,
        notAfter,
        ours,
        enrolled,
        leaving,
        blocked,
        waiting,
        count,
        retry,
        until);
  }

  /** The last try has ended. */
  RenewalView rests(Instant until) {
    return tried(null, attempt, retryAfter, until);
  }

  boolean waitsFor(String id) {
    return id.equals(command);
  }
}
