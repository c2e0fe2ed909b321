// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.access.Permission;
import daybook.domain.access.Role;
import daybook.domain.access.RoleEvent.RoleChanged;
import daybook.domain.access.RoleEvent.RoleCreated;
import daybook.domain.access.RoleEvent.RoleDeleted;
import daybook.domain.access.RoleIntent.ChangeRole;
import daybook.domain.access.RoleIntent.CreateRole;
import daybook.domain.access.RoleIntent.DeleteRole;
import daybook.domain.access.RoleIntent.ListRoles;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Roles have numbers from 2 on, and names of their own. */
class RolesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final List<Permission> VIEW = List.of(Permission.VIEW_DEVICES);
  private static final List<Permission> AUDIT = List.of(Permission.VIEW_AUDIT);
  private static final CreateRole HELPDESK = new CreateRole("Helpdesk", VIEW, NOW);

  private final Story<Roles> roles = Story.of(Roles.class);

  @Test
  void theFirstOneIsNumberTwo() {
    roles.when(HELPDESK).records(new RoleCreated(2, "Helpdesk", VIEW)).answers(2L);
  }

  @Test
  void aNameIsTakenInEachCase() {
    roles
        .given(HELPDESK)
        .when(new CreateRole("helpDesk", VIEW, NOW))
        .recordsNothing()
        .refused(Refusal.NAME_TAKEN);
    Story.of(Roles.class)
        .when(new CreateRole("administrator", VIEW, NOW))
        .refused(Refusal.NAME_TAKEN);
  }

  @Test
  void aRoleIsChanged() {
    ChangeRole change = new ChangeRole(2, "Auditors", AUDIT, LATER);
    roles.given(HELPDESK).when(change).records(new RoleChanged(2, "Auditors", AUDIT)).accepted();
    Story<Roles> changed = Story.of(Roles.class).given(HELPDESK, change);
    changed.when(change).recordsNothing().accepted();
    changed.when(new ListRoles(LATER)).answers(List.of(new Role(2, "Auditors", AUDIT, NOW, LATER)));
  }

  @Test
  void aNumberIsNeverGivenAgain() {
    DeleteRole delete = new DeleteRole(2, LATER);
    roles.given(HELPDESK).when(delete).records(new RoleDeleted(2, "Helpdesk")).accepted();
    Story<Roles> deleted = Story.of(Roles.class).given(HELPDESK, delete);
    deleted.when(delete).refused(Refusal.UNKNOWN);
    deleted
        .when(new CreateRole("Helpdesk", VIEW, LATER))
        .records(new RoleCreated(3, "Helpdesk", VIEW))
        .answers(3L);
  }
}
