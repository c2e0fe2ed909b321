// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import java.util.List;

/** What has become of roles; stream {@code roles:all}. */
public sealed interface RoleEvent extends DomainEvent {

  @EventName("RoleCreated")
  record RoleCreated(long number, String name, List<Permission> permissions) implements RoleEvent {}

  /** It is called this and gives these permissions now. */
  @EventName("RoleChanged")
  record RoleChanged(long number, String name, List<Permission> permissions) implements RoleEvent {}

  /** It gives nothing any more; its number is never used again. */
  @EventName("RoleDeleted")
  record RoleDeleted(long number, String name) implements RoleEvent {}
}
