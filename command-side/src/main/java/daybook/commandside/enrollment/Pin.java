// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * The one certificate that an enrollment accepts, and the last ones that it accepted before; each
 * is the lower-case hex SHA-256 of its DER.
 *
 * @param revoked whether the current one speaks for nobody any more
 * @param line those of the present enrollment: the first, its renewals, the current one last
 */
record Pin(String current, List<String> former, boolean revoked, List<String> line) {
  static final int MOST_FORMER = 16;

  Pin {
    former = former == null ? List.of() : List.copyOf(former);
    line = line == null ? List.of() : List.copyOf(line);
  }

  static Pin none() {
    return new Pin(null, List.of(), false, List.of());
  }

  /** The first of a new enrollment. */
  Pin startedBy(String certificate) {
    return replacedBy(certificate, List.of(certificate));
  }

  Pin renewedBy(String certificate) {
    return replacedBy(certificate, Bounded.append(line, certificate, MOST_FORMER));
  }

  private Pin replacedBy(String certificate, List<String> ofThisEnrollment) {
    return current == null || current.equals(certificate)
        ? new Pin(certificate, former, revoked, ofThisEnrollment)
        : new Pin(
            certificate, Bounded.append(former, current, MOST_FORMER), false, ofThisEnrollment);
  }

  Pin revoke() {
    return new Pin(current, former, true, line);
  }

  /** The one that speaks for the enrollment, or null: none. */
  String accepted() {
    return revoked ? null : current;
  }

  boolean is(String certificate) {
    return current != null && current.equals(certificate);
  }

  boolean was(String certificate) {
    return former.contains(certificate);
  }

  /** Whether the present enrollment accepts a certificate, or did. */
  boolean isOfThisEnrollment(String certificate) {
    return certificate != null && line.contains(certificate);
  }

  /** Why a certificate can't speak for the enrollment. */
  Optional<Refusal> judge(String certificate) {
    if (is(certificate)) {
      return revoked ? Optional.of(Refusal.CERTIFICATE_REVOKED) : Optional.empty();
    }
    return Optional.of(
        was(certificate) ? Refusal.CERTIFICATE_REPLACED : Refusal.CERTIFICATE_NOT_PINNED);
  }
}
