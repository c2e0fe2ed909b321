// SPDX-License-Identifier: Apache-2.0
package daybook.domain.certificate;

import java.time.Instant;

/**
 * An identity of our issuing that was revoked.
 *
 * @param certificate lower-case hex SHA-256 of its DER
 * @param issuer the issuer's distinguished name, RFC 4514
 * @param serialNumber lower-case hex
 */
public record RevokedIdentity(
    String certificate, String issuer, String serialNumber, Instant revokedAt, Instant notAfter) {}
