// SPDX-License-Identifier: Apache-2.0
package daybook.domain.certificate;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.certificate.AuthorityIntent.Authority;

/** Everything that can have happened to authorities; stream {@code certificate-authorities:all}. */
public sealed interface AuthorityEvent extends DomainEvent {

  @EventName("CertificateAuthorityCreated")
  record CertificateAuthorityCreated(Authority authority) implements AuthorityEvent {}

  @EventName("CertificateAuthorityRetired")
  record CertificateAuthorityRetired(String keyId, String subject) implements AuthorityEvent {}
}
