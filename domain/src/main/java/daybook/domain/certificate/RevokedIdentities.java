// SPDX-License-Identifier: Apache-2.0
package daybook.domain.certificate;

import java.time.Instant;
import java.util.List;

/** Port: the view {@code revocation} of the identities that were revoked. */
public interface RevokedIdentities {
  /**
   * Those of one issuer that end after a moment, by their certificate's hash.
   *
   * @param issuer distinguished name, RFC 4514
   * @param after exclusive
   */
  List<RevokedIdentity> of(String issuer, Instant after);
}
