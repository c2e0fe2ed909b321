// SPDX-License-Identifier: Apache-2.0
package daybook.domain.push;

import java.time.Instant;

/**
 * A push certificate as it stands.
 *
 * @param certificate null until Apple's certificate has come
 * @param waiting the key that waits for Apple's certificate; null: none does
 */
public record PushCertificateState(
    long number,
    String name,
    PushCertificate certificate,
    PushCertificateKey waiting,
    Instant createdAt,
    Instant updatedAt) {}
