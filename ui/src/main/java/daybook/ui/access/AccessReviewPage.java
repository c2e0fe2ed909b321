// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.access.AccessReview;
import daybook.domain.access.AccountDesk;
import daybook.domain.access.KnownPermissions;
import daybook.domain.access.Role;
import daybook.domain.access.RoleDesk;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who may do what is grave. */
@Controller
class AccessReviewPage {
  private final AccountDesk accounts;
  private final RoleDesk roles;
  private final KnownPermissions permissions;

  AccessReviewPage(AccountDesk accounts, RoleDesk roles, KnownPermissions permissions) {
    this.accounts = accounts;
    this.roles = roles;
    this.permissions = permissions;
  }

  /** A permission and who holds it. */
  record Line(String permission, String allows, List<Holder> holders) {
    static Line of(AccessReview it, List<Role> roles) {
      String allows = it.permission().allows();
      return new Line(
          it.permission().permission().value(),
          Character.toUpperCase(allows.charAt(0)) + allows.substring(1),
          it.holders().stream().map(holder -> Holder.of(holder, roles)).toList());
    }
  }

  /**
   * An account that holds it.
   *
   * @param way {@code by itself, Helpdesk}
   */
  record Holder(AccountRow account, String way, int tokens) {
    static Holder of(AccessReview.Holder it, List<Role> roles) {
      return new Holder(
          AccountRow.of(it.account(), roles),
          Stream.concat(
                  Stream.of("by itself").filter(itself -> it.directly()),
                  it.roles().stream().map(Role::name))
              .collect(Collectors.joining(", ")),
          it.account().tokens().size());
    }
  }

  @GetMapping("/access-review/")
  String review(Model model) {
    List<Role> all = roles.all();
    model.addAttribute(
        "lines",
        AccessReview.of(accounts.all(), all, permissions.all()).stream()
            .map(it -> Line.of(it, all))
            .toList());
    return "access/review";
  }
}
