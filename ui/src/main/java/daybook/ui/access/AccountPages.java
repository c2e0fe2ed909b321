// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.access.AccountDesk;
import daybook.domain.access.AccountEntry;
import daybook.domain.access.KnownPermissions;
import daybook.domain.access.NotFound;
import daybook.domain.access.Permission;
import daybook.domain.access.Role;
import daybook.domain.access.RoleDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages about accounts: the list, and one with its API tokens. */
@Controller
class AccountPages {
  static final String LIST = "/accounts/";
  static final String ONE = LIST + "{number:[0-9]{1,18}}/";

  private final AccountDesk accounts;
  private final RoleDesk roles;
  private final KnownPermissions permissions;
  private final Clock clock;

  AccountPages(AccountDesk accounts, RoleDesk roles, KnownPermissions permissions, Clock clock) {
    this.accounts = accounts;
    this.roles = roles;
    this.permissions = permissions;
    this.clock = clock;
  }

  @GetMapping(LIST)
  String list(HttpServletRequest request, Model model) {
    List<Role> all = roles.all();
    model.addAttribute(
        "accounts", accounts.all().stream().map(it -> AccountRow.of(it, all)).toList());
    model.addAttribute("mayAdd", PageOrigins.may(request, Permission.ADD_ACCOUNT));
    model.addAttribute("roles", Choice.roles(all, List.of()));
    model.addAttribute("groups", Choice.permissions(permissions.all(), List.of()));
    return "access/accounts";
  }

  @GetMapping(ONE)
  String account(@PathVariable long number, HttpServletRequest request, Model model) {
    AccountEntry entry =
        accounts.find(number).orElseThrow(() -> new NotFound("There is no account " + number));
    List<Role> all = roles.all();
    boolean own = PageOrigins.account(request).account().equals(entry.state().account());
    model.addAttribute("account", AccountRow.of(entry, all));
    model.addAttribute("own", own);
    model.addAttribute("mayChange", PageOrigins.may(request, Permission.CHANGE_ACCOUNT));
    model.addAttribute("roles", Choice.roles(all, entry.allRoles()));
    model.addAttribute(
        "groups", Choice.permissions(permissions.all(), entry.state().permissions()));
    model.addAttribute("maySeeTokens", PageOrigins.may(request, Permission.VIEW_TOKENS));
    model.addAttribute(
        "mayIssue",
        PageOrigins.may(request, Permission.ADD_TOKEN) && (own || entry.state().service()));
    model.addAttribute("mayRevoke", PageOrigins.may(request, Permission.DELETE_TOKEN));
    model.addAttribute("tokens", TokenRow.of(entry, clock.instant()));
    return "access/account";
  }
}
