// SPDX-License-Identifier: Apache-2.0
package daybook.domain.push;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;

/** Everything that can have happened to push certificates; stream {@code push-certificates:all}. */
public sealed interface PushCertificateEvent extends DomainEvent {
  PushCertificate certificate();

  @EventName("PushCertificateAdded")
  record PushCertificateAdded(PushCertificate certificate) implements PushCertificateEvent {}

  /** {@code replacedKeyId} names the private key that is no longer used. */
  @EventName("PushCertificateReplaced")
  record PushCertificateReplaced(PushCertificate certificate, String replacedKeyId)
      implements PushCertificateEvent {}
}
