// SPDX-License-Identifier: Apache-2.0
package daybook.domain.push;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import java.util.List;

/** Everything that can have happened to push certificates; stream {@code push-certificates:all}. */
public sealed interface PushCertificateEvent extends DomainEvent {
  /**
   * A key was made here, for a new push certificate or for the renewal of one. It waits for the
   * certificate that Apple makes of its request.
   *
   * @param keyId names the private key in the key store
   * @param request base64 of the certificate signing request in DER (PKCS#10, RFC 2986)
   */
  @EventName("PushCertificateKeyCreated")
  record PushCertificateKeyCreated(long number, String name, String keyId, String request)
      implements PushCertificateEvent {}

  /**
   * The certificate came with its key from elsewhere, or for the key that waited under its number.
   */
  @EventName("PushCertificateAdded")
  record PushCertificateAdded(PushCertificate certificate) implements PushCertificateEvent {}

  /**
   * {@code replacedKeyId} names the private key that is no longer used; a key that waits is no
   * longer waited for.
   */
  @EventName("PushCertificateReplaced")
  record PushCertificateReplaced(PushCertificate certificate, String replacedKeyId)
      implements PushCertificateEvent {}

  /**
   * It is gone, and so is a key that waited under its number.
   *
   * @param topic null when Apple's certificate had never come
   * @param keyIds the private keys that are no longer used
   */
  @EventName("PushCertificateDeleted")
  record PushCertificateDeleted(long number, String name, String topic, List<String> keyIds)
      implements PushCertificateEvent {}
}
