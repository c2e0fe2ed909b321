// SPDX-License-Identifier: Apache-2.0
package daybook.domain.certificate;

import daybook.domain.enrollment.EnrollmentId;
import java.time.Instant;

/**
 * The certificate that an enrollment accepts, of our issuing, with no renewal of it under way.
 *
 * @param sha256 lower-case hex of the SHA-256 of its DER
 * @param issuer the issuer's distinguished name, RFC 4514
 * @param attempt how many times its renewal was tried; 0: never
 */
public record PinnedCertificate(
    EnrollmentId enrollment, String sha256, String issuer, Instant notAfter, int attempt) {}
