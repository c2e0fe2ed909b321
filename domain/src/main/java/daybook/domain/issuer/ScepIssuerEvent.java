// SPDX-License-Identifier: Apache-2.0
package daybook.domain.issuer;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;

/** Everything that can have happened to SCEP issuers; stream {@code scep-issuers:all}. */
public sealed interface ScepIssuerEvent extends DomainEvent {

  @EventName(ScepIssuer.ADDED)
  record ScepIssuerAdded(ScepIssuer issuer) implements ScepIssuerEvent {}

  @EventName(ScepIssuer.CHANGED)
  record ScepIssuerChanged(ScepIssuer issuer) implements ScepIssuerEvent {}

  @EventName("ScepIssuerRemoved")
  record ScepIssuerRemoved(ScepIssuerId issuer) implements ScepIssuerEvent {}
}
