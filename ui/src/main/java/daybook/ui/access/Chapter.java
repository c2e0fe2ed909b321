// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.access.AccountState;
import daybook.domain.access.Permission;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A part of the pages: where it begins, and who may see it. The first that fits a route counts. */
enum Chapter {
  /** A device's page tells its life, so it takes more than the list. */
  DEVICE("/devices/", null, Permission.VIEW_DEVICES, Permission.VIEW_AUDIT),
  AUDIT("/audit/", "Audit", Permission.VIEW_AUDIT),
  ENROLLMENTS("/enrollments/", "Enrollments", Permission.VIEW_ENROLLMENTS),
  PUSH_CERTIFICATES("/push-certificates/", "Push certificates", Permission.VIEW_PUSH_CERTIFICATES),
  ISSUERS("/scep-issuers/", "SCEP issuers", Permission.VIEW_ISSUERS),
  GROUPS("/groups/", "Groups", Permission.VIEW_UNITS, Permission.VIEW_TAGS),
  QUARANTINE("/quarantine/", "Quarantine", Permission.VIEW_QUARANTINE),
  ACCOUNTS("/accounts/", "Accounts", Permission.VIEW_ACCOUNTS),
  ROLES("/roles/", "Roles", Permission.VIEW_ROLES),
  ACCESS_REVIEW("/access-review/", "Access review", Permission.REVIEW_ACCESS),
  /** Everyone's own; the menu's other end leads there. */
  OWN_ACCOUNT("/account/", null),
  DEVICES("/", "Devices", Permission.VIEW_DEVICES);

  private final String path;
  private final String title;
  private final List<Permission> needed;

  Chapter(String path, String title, Permission... needed) {
    this.path = path;
    this.title = title;
    this.needed = List.of(needed);
  }

  /** A link of the main menu. */
  record Link(String path, String title) {}

  /** The menu of an account; the devices come first. */
  static List<Link> menu(AccountState account) {
    return Arrays.stream(values())
        .filter(it -> it.title != null && it.open(account))
        .map(it -> new Link(it.path, it.title))
        .sorted(Comparator.comparing(it -> !it.path().equals("/")))
        .toList();
  }

  /** Whether an account may see what lies at a route. */
  static boolean open(String route, AccountState account) {
    return Arrays.stream(values())
        .filter(it -> route.startsWith(it.path))
        .findFirst()
        .filter(it -> it.open(account))
        .isPresent();
  }

  /** The patterns of all paths of all chapters. */
  static String[] patterns() {
    return Arrays.stream(values())
        .map(it -> it.path.equals("/") ? "/" : it.path + "**")
        .toArray(String[]::new);
  }

  private boolean open(AccountState account) {
    return needed.stream().allMatch(account::may);
  }
}
