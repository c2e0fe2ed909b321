// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.Personal;
import daybook.domain.Secret;
import java.time.Instant;
import java.util.List;

/** Everything that can have happened to an account; stream {@code account:<id>}. */
public sealed interface AccountEvent extends DomainEvent {

  @EventName("AccountCreated")
  record AccountCreated(
      Personal username,
      boolean administrator,
      boolean service,
      boolean active,
      List<Permission> permissions,
      Secret password)
      implements AccountEvent {}

  @EventName("ApiTokenIssued")
  record ApiTokenIssued(String tokenSha256, String name, Instant expiresAt)
      implements AccountEvent {}

  /**
   * A token was ended before its time.
   *
   * @param name as it was issued, for a person to recognize
   */
  @EventName("ApiTokenRevoked")
  record ApiTokenRevoked(String tokenSha256, String name) implements AccountEvent {}

  /** It may again what its permissions say. */
  @EventName("AccountActivated")
  record AccountActivated() implements AccountEvent {}

  /** It may nothing any more: its pages and its tokens are closed. */
  @EventName("AccountDeactivated")
  record AccountDeactivated() implements AccountEvent {}

  @EventName("SignedIn")
  record SignedIn() implements AccountEvent {}
}
