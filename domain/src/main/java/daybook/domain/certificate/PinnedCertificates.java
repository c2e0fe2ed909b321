// SPDX-License-Identifier: Apache-2.0
package daybook.domain.certificate;

import java.time.Instant;
import java.util.List;

/**
 * Port: the view {@code renewal} of the certificates that enrollments accept, for the policy that
 * renews them. A certificate whose renewal waits for the device, or rests after one that failed,
 * can't be renewed at that moment; nor can one of a blocked device, or one to which no session of
 * ours led.
 */
public interface PinnedCertificates {
  /**
   * Those that end in a span of time and can be renewed now; the first to end come first.
   *
   * @param from exclusive
   * @param to inclusive
   */
  List<PinnedCertificate> ending(Instant from, Instant to, Instant now, int limit);

  /**
   * Those of one issuer that end after a moment and can be renewed now; the first to end first.
   *
   * @param issuer distinguished name, RFC 4514
   * @param after exclusive
   */
  List<PinnedCertificate> issuedBy(String issuer, Instant after, Instant now, int limit);

  /**
   * How many devices under management accept a certificate of this issuer that ends after a moment,
   * whether it can be renewed now or not.
   *
   * @param issuer distinguished name, RFC 4514
   * @param after exclusive
   */
  long count(String issuer, Instant after);

  /** Some of those that {@link #count} counts; the first to end come first. */
  List<PinnedCertificate> holders(String issuer, Instant after, int limit);

  /** As {@link daybook.domain.ToDo#caughtUp}. */
  boolean caughtUp();
}
