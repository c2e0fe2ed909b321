// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;

/** What the register of accounts keeps; stream {@code accounts:all}. */
public sealed interface RegisterEvent extends DomainEvent {

  /** The account is known by this number from now on. */
  @EventName("AccountRegistered")
  record AccountRegistered(AccountId account, long number) implements RegisterEvent {}

  /** It counts among the active administrators, of whom there must be one. */
  @EventName("AdministratorCounted")
  record AdministratorCounted(AccountId account) implements RegisterEvent {}

  /** It counts among them no more. */
  @EventName("AdministratorDiscounted")
  record AdministratorDiscounted(AccountId account) implements RegisterEvent {}
}
