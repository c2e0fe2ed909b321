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

  /**
   * @param roles by number, without the built-in role of administrators
   */
  @EventName(value = "AccountCreated", revision = 2)
  record AccountCreated(
      Personal username,
      boolean administrator,
      boolean service,
      boolean active,
      List<Permission> permissions,
      Secret password,
      Personal description,
      List<Long> roles)
      implements AccountEvent {}

  /** What it is and may is now this, whatever it was. */
  @EventName("AccountChanged")
  record AccountChanged(
      Personal description, boolean administrator, List<Long> roles, List<Permission> permissions)
      implements AccountEvent {}

  /**
   * @param password a slow hash; null: it can't sign in with a password any more
   */
  @EventName("PasswordChanged")
  record PasswordChanged(Secret password) implements AccountEvent {}

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

  /**
   * A token was used, for the first time on a day of UTC.
   *
   * @param name as it was issued
   */
  @EventName("ApiTokenUsed")
  record ApiTokenUsed(String tokenSha256, String name) implements AccountEvent {}

  /** It may again what its permissions say. */
  @EventName("AccountActivated")
  record AccountActivated() implements AccountEvent {}

  /** It may nothing any more: its pages and its tokens are closed. */
  @EventName("AccountDeactivated")
  record AccountDeactivated() implements AccountEvent {}

  /**
   * A page session has begun.
   *
   * @param provider the issuer of the OpenID Connect provider that vouched; null: a password did
   */
  @EventName(value = "SignedIn", revision = 2)
  record SignedIn(String provider) implements AccountEvent {}
}
