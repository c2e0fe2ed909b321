// SPDX-License-Identifier: Apache-2.0
package daybook.projections.revocation;

import java.time.Instant;

/**
 * An identity that was revoked.
 *
 * @param certificate lower-case hex SHA-256 of its DER
 * @param issuer RFC 4514; null for one that we didn't issue, like the number and the end
 */
public record RevocationView(
    String certificate, String issuer, String serialNumber, Instant revokedAt, Instant notAfter) {}
