// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.push.PushCertificate;
import java.time.Instant;

/**
 * A push certificate as the API shows it; its key is never shown.
 *
 * @param provisioningUid always null: none comes from a configuration file
 */
record PushCertificateEntry(
    long id,
    String provisioningUid,
    String name,
    String topic,
    Instant notBefore,
    Instant notAfter,
    String certificate,
    Instant createdAt,
    Instant updatedAt) {

  static PushCertificateEntry of(PushCertificate it, Instant createdAt, Instant updatedAt) {
    return new PushCertificateEntry(
        it.number(),
        null,
        it.name(),
        it.topic(),
        it.notBefore(),
        it.notAfter(),
        it.certificate(),
        createdAt,
        updatedAt);
  }
}
