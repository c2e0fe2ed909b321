// SPDX-License-Identifier: Apache-2.0
package daybook.domain.enrollment;

import java.time.Instant;

/**
 * The identity certificate of a device.
 *
 * @param sha256 lower-case hex of the SHA-256 of its DER: what is pinned
 * @param issuer the issuer's distinguished name, RFC 4514
 * @param session the enrollment session that issued it, or null for a certificate of another CA
 * @param mode how the device proved that it holds its key, or null where that was not yet recorded
 */
public record DeviceCertificate(
    String sha256,
    Instant notBefore,
    Instant notAfter,
    String issuer,
    String session,
    IdentityMode mode) {}
