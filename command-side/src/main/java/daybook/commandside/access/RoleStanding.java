// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Outcome.Refused;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountIntent.DescribeAccount;
import daybook.domain.access.AccountState;
import daybook.domain.access.Permission;
import daybook.domain.access.Role;
import daybook.domain.access.RoleIntent.ListRoles;
import daybook.domain.access.Standing;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks the account and the roles each time, so that a change holds from the next request on. */
@Component
public final class RoleStanding implements Standing {
  private final Intents intents;
  private final Clock clock;

  public RoleStanding(Intents intents, Clock clock) {
    this.intents = intents;
    this.clock = clock;
  }

  @Override
  public Outcome<AccountState> of(AccountId account, Origin origin) {
    Outcome<AccountState> own = intents.send(new DescribeAccount(account, clock.instant()), origin);
    return own.isAccepted() ? withRoles(own.reply(), origin) : own;
  }

  /** The same with the permissions of its roles; refused when the roles can't be asked. */
  Outcome<AccountState> withRoles(AccountState own, Origin origin) {
    if (own.roles().isEmpty() || own.administrator()) {
      return Outcome.accepted(own);
    }
    Outcome<List<Role>> roles = intents.send(new ListRoles(clock.instant()), origin);
    if (roles.refusal().isPresent()) {
      Refused<List<Role>> refused = roles.refusal().get();
      return Outcome.refused(refused.reason(), refused.detail());
    }
    return Outcome.accepted(own.permissions(given(own, roles.reply())));
  }

  /** All that an account holds, its own permissions first. */
  static List<Permission> given(AccountState own, List<Role> roles) {
    return Stream.concat(
            own.permissions().stream(),
            roles.stream()
                .filter(role -> own.roles().contains(role.number()))
                .flatMap(role -> role.permissions().stream()))
        .distinct()
        .toList();
  }
}
