// SPDX-License-Identifier: Apache-2.0
package daybook.projections.access;

import java.time.Instant;
import java.util.List;

/**
 * An account.
 *
 * @param username null when erased
 * @param service whether it is a program's
 * @param permissions its own, by name; an administrator has all
 * @param signedInAt when it last began a page session, or null
 */
public record AccountView(
    String id,
    String username,
    boolean administrator,
    boolean service,
    boolean active,
    List<String> permissions,
    Instant createdAt,
    Instant signedInAt) {

  AccountView active(boolean now) {
    return new AccountView(
        id, username, administrator, service, now, permissions, createdAt, signedInAt);
  }

  AccountView holding(boolean all, List<String> own) {
    return new AccountView(id, username, all, service, active, own, createdAt, signedInAt);
  }

  AccountView signedInAt(Instant time) {
    return new AccountView(
        id, username, administrator, service, active, permissions, createdAt, time);
  }
}
