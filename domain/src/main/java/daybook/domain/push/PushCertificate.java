// SPDX-License-Identifier: Apache-2.0
package daybook.domain.push;

import java.time.Instant;

/**
 * A push certificate.
 *
 * @param topic {@code com.apple.mgmt.…}, the UID of its subject
 * @param certificate PEM
 * @param keyId names the private key in the key store
 */
public record PushCertificate(
    long number,
    String name,
    String topic,
    Instant notBefore,
    Instant notAfter,
    String certificate,
    String keyId) {}
