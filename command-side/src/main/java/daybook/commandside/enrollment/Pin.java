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
 */
record Pin(String current, List<String> former, boolean revoked) {
  static final int MOST_FORMER = 16;

  Pin {
    former = former == null ? List.of() : List.copyOf(former);
  }

  static Pin none() {
    return new Pin(null, List.of(), false);
  }

  Pin replacedBy(String certificate) {
    return current == null || current.equals(certificate)
        ? new Pin(certificate, former, revoked)
        : new Pin(certificate, Bounded.append(former, current, MOST_FORMER), false);
  }

  Pin revoke() {
    return new Pin(current, former, true);
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

  /** Why a certificate can't speak for the enrollment. */
  Optional<Refusal> judge(String certificate) {
    if (is(certificate)) {
      return revoked ? Optional.of(Refusal.CERTIFICATE_REVOKED) : Optional.empty();
    }
    return Optional.of(
        was(certificate) ? Refusal.CERTIFICATE_REPLACED : Refusal.CERTIFICATE_NOT_PINNED);
  }
}
