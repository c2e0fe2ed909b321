// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateState;
import java.time.Instant;

/**
 * A push certificate as the API shows it; its key is never shown. Topic, times and certificate are
 * null until Apple's certificate has come.
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

  static PushCertificateEntry of(PushCertificateState it) {
    PushCertificate certificate = it.certificate();
    return new PushCertificateEntry(
        it.number(),
        null,
        it.name(),
        certificate == null ? null : certificate.topic(),
        certificate == null ? null : certificate.notBefore(),
        certificate == null ? null : certificate.notAfter(),
        certificate == null ? null : certificate.certificate(),
        it.createdAt(),
        it.updatedAt());
  }
}
