// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import java.time.Instant;

/**
 * A certificate that our authority issued.
 *
 * @param sha256 lower-case hex of the SHA-256 of its DER
 * @param der standard base64 of its DER
 * @param keySha256 lower-case hex of the SHA-256 of its SubjectPublicKeyInfo
 * @param transaction the SCEP transaction id, RFC 8894 section 3.2.1.1
 * @param serialNumber the certificate's, in lower-case hex
 */
public record IssuedCertificate(
    String sha256,
    String der,
    String keySha256,
    String transaction,
    String serialNumber,
    String subject,
    String issuer,
    Instant notBefore,
    Instant notAfter) {}
