// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.AccountState;
import daybook.domain.access.KnownPermissions;
import daybook.domain.access.Permission;
import daybook.domain.access.Role;
import daybook.domain.access.RoleDesk;
import daybook.domain.access.RoleIntent.ChangeRole;
import daybook.domain.access.RoleIntent.CreateRole;
import daybook.domain.access.RoleIntent.DeleteRole;
import daybook.domain.access.RoleIntent.ListRoles;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Roles for people who look after them, asked of their aggregate. */
@Component
final class RoleBook implements RoleDesk {
  private final Intents intents;
  private final KnownPermissions permissions;
  private final Clock clock;

  RoleBook(Intents intents, KnownPermissions permissions, Clock clock) {
    this.intents = intents;
    this.permissions = permissions;
    this.clock = clock;
  }

  @Override
  public List<Role> all() {
    Origin asking = Origin.of(Actor.server(), UUID.randomUUID().toString());
    List<Role> made = Asking.reply(intents.send(new ListRoles(clock.instant()), asking));
    return Stream.concat(Stream.of(builtIn()), made.stream()).toList();
  }

  @Override
  public Optional<Role> find(long number) {
    return all().stream().filter(role -> role.number() == number).findFirst();
  }

  @Override
  public Outcome<Long> create(String name, List<Permission> gives, AccountState by, Origin origin) {
    return Holding.<Long>lacking(by, false, gives)
        .orElseGet(() -> intents.send(new CreateRole(name, gives, clock.instant()), origin));
  }

  @Override
  public Outcome<Void> change(
      long number, String name, List<Permission> gives, AccountState by, Origin origin) {
    return refused(number, by)
        .or(() -> Holding.lacking(by, false, gives))
        .orElseGet(
            () -> intents.send(new ChangeRole(number, name, gives, clock.instant()), origin));
  }

  @Override
  public Outcome<Void> delete(long number, AccountState by, Origin origin) {
    return refused(number, by)
        .orElseGet(() -> intents.send(new DeleteRole(number, clock.instant()), origin));
  }

  private Optional<Outcome<Void>> refused(long number, AccountState by) {
    if (number == Role.ADMINISTRATOR) {
      return Optional.of(
          Outcome.refused(Refusal.ROLE_BUILT_IN, "administrators hold every permission"));
    }
    return find(number).flatMap(role -> Holding.lacking(by, false, role.permissions()));
  }

  private Role builtIn() {
    return new Role(Role.ADMINISTRATOR, Role.ADMINISTRATOR_NAME, permissions.all(), null, null);
  }
}
