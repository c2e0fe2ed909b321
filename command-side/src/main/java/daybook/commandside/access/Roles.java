// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.Role;
import daybook.domain.access.RoleEvent.RoleChanged;
import daybook.domain.access.RoleEvent.RoleCreated;
import daybook.domain.access.RoleEvent.RoleDeleted;
import daybook.domain.access.RoleIntent.ChangeRole;
import daybook.domain.access.RoleIntent.CreateRole;
import daybook.domain.access.RoleIntent.DeleteRole;
import daybook.domain.access.RoleIntent.ListRoles;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** The roles that were made here, each by a number that is never given again. */
public class Roles extends EventSourced {
  /** In the order of their numbers. */
  private Map<Long, Role> roles = new LinkedHashMap<>();

  private long last = Role.ADMINISTRATOR;

  protected Roles() {}

  public Roles(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<List<Role>> handle(ListRoles intent) {
    return Outcome.accepted(List.copyOf(roles.values()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Long> handle(CreateRole intent) {
    if (taken(intent.name(), 0)) {
      return nameTaken(intent.name());
    }
    long number = last + 1;
    record(new RoleCreated(number, intent.name(), intent.permissions()), intent.now());
    return Outcome.accepted(number);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(ChangeRole intent) {
    Role present = roles.get(intent.number());
    if (present == null) {
      return unknown();
    }
    if (taken(intent.name(), intent.number())) {
      return nameTaken(intent.name());
    }
    boolean same =
        present.name().equals(intent.name()) && present.permissions().equals(intent.permissions());
    if (!same) {
      record(new RoleChanged(intent.number(), intent.name(), intent.permissions()), intent.now());
    }
    return Outcome.accepted();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(DeleteRole intent) {
    Role present = roles.get(intent.number());
    if (present == null) {
      return unknown();
    }
    record(new RoleDeleted(intent.number(), present.name()), intent.now());
    return Outcome.accepted();
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    if (event instanceof RoleCreated it) {
      roles.put(it.number(), new Role(it.number(), it.name(), it.permissions(), time, time));
      last = Math.max(last, it.number());
    } else if (event instanceof RoleChanged it) {
      roles.computeIfPresent(
          it.number(),
          (number, before) ->
              new Role(number, it.name(), it.permissions(), before.createdAt(), time));
    } else if (event instanceof RoleDeleted it) {
      roles.remove(it.number());
    }
  }

  private boolean taken(String name, long but) {
    return name.equalsIgnoreCase(Role.ADMINISTRATOR_NAME)
        || roles.values().stream()
            .anyMatch(it -> it.number() != but && it.name().equalsIgnoreCase(name));
  }

  private static <R> Outcome<R> nameTaken(String name) {
    return Outcome.refused(Refusal.NAME_TAKEN, name);
  }

  private static <R> Outcome<R> unknown() {
    return Outcome.refused(Refusal.UNKNOWN, "there is no such role");
  }
}
