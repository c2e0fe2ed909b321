// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.Intent;
import daybook.domain.StreamId;
import java.time.Instant;
import java.util.List;

/** Everything that may be asked of the roles; the built-in one is not among them. */
public sealed interface RoleIntent<R> extends Intent<R> {
  StreamId STREAM = StreamId.all("roles");

  @Override
  default StreamId target() {
    return STREAM;
  }

  /** All of them, by number. */
  record ListRoles(Instant now) implements RoleIntent<List<Role>> {}

  /** Replies with its number; refused with {@code NAME_TAKEN}. */
  record CreateRole(String name, List<Permission> permissions, Instant now)
      implements RoleIntent<Long> {}

  /** Refused with {@code UNKNOWN} or {@code NAME_TAKEN}; nothing happens when it is so already. */
  record ChangeRole(long number, String name, List<Permission> permissions, Instant now)
      implements RoleIntent<Void> {}

  /** Refused with {@code UNKNOWN}. */
  record DeleteRole(long number, Instant now) implements RoleIntent<Void> {}
}
