// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.Outcome;
import daybook.domain.access.AccountChange;
import daybook.domain.access.AccountDesk;
import daybook.domain.access.KnownPermissions;
import daybook.domain.access.NewAccount;
import daybook.domain.access.Permission;
import daybook.domain.access.Role;
import daybook.domain.access.TokenDesk;
import daybook.domain.access.TokenDesk.Issued;
import daybook.ui.form.Attempt;
import daybook.ui.form.Given;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the buttons of the accounts' pages do. Each leads back to a page. */
@Controller
class AccountActions {
  private static final String TO = "redirect:" + AccountPages.LIST;
  private static final int LONGEST_DESCRIPTION = 1_000;
  static final int LONGEST_TOKEN_NAME = 256;

  private final AccountDesk accounts;
  private final TokenDesk tokens;
  private final KnownPermissions permissions;
  private final PageOrigins origins;

  AccountActions(
      AccountDesk accounts, TokenDesk tokens, KnownPermissions permissions, PageOrigins origins) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.permissions = permissions;
    this.origins = origins;
  }

  @PostMapping(path = AccountPages.LIST, params = "action=create")
  String create(
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "") String description,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "person") String kind,
      @RequestParam(defaultValue = "") List<Long> role,
      @RequestParam(defaultValue = "") List<String> permission,
      HttpServletRequest request,
      RedirectAttributes told) {
    var origin = origins.doing(request, Permission.ADD_ACCOUNT);
    Attempt<Long> made =
        attempt(
            () ->
                accounts.create(
                    new NewAccount(
                        username,
                        password.isEmpty() ? null : password,
                        role.contains(Role.ADMINISTRATOR),
                        kind.equals("service"),
                        true,
                        permissions.read(permission),
                        Given.optional(description, "description", LONGEST_DESCRIPTION),
                        made(role)),
                    PageOrigins.account(request),
                    origin));
    made.tell(told, null);
    return made.good() ? one(made.reply()) : TO;
  }

  @PostMapping(path = AccountPages.ONE, params = "action=change")
  String change(
      @PathVariable long number,
      @RequestParam(defaultValue = "") String description,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "false") boolean active,
      @RequestParam(defaultValue = "") List<Long> role,
      @RequestParam(defaultValue = "") List<String> permission,
      HttpServletRequest request,
      RedirectAttributes told) {
    var origin = origins.doing(request, Permission.CHANGE_ACCOUNT);
    attempt(
            () ->
                accounts.change(
                    number,
                    new AccountChange(
                        Given.optional(description, "description", LONGEST_DESCRIPTION),
                        active,
                        role.contains(Role.ADMINISTRATOR),
                        made(role),
                        permissions.read(permission),
                        password.isEmpty() ? null : password),
                    PageOrigins.account(request),
                    origin))
        .tell(told, "The account is so from now on.");
    return one(number);
  }

  @PostMapping(path = AccountPages.ONE, params = "action=issue")
  String issue(
      @PathVariable long number,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String expiry,
      HttpServletRequest request,
      RedirectAttributes told) {
    var origin = origins.doing(request, Permission.ADD_TOKEN);
    Attempt<Issued> issued =
        attempt(
            () ->
                tokens.issue(
                    number,
                    Given.text(name, "token_name", LONGEST_TOKEN_NAME),
                    Given.time(expiry, "expiry"),
                    PageOrigins.account(request),
                    origin));
    issued.tell(told, null);
    if (issued.good()) {
      told.addFlashAttribute("secret", issued.reply().secret());
    }
    return one(number);
  }

  @PostMapping(path = AccountPages.ONE, params = "action=revoke")
  String revoke(
      @PathVariable long number,
      @RequestParam(defaultValue = "") String token,
      HttpServletRequest request,
      RedirectAttributes told) {
    var origin = origins.doing(request, Permission.DELETE_TOKEN);
    attempt(() -> tokens.revoke(number, token, origin)).tell(told, "The token is revoked.");
    return one(number);
  }

  private static <R> Attempt<R> attempt(Supplier<Outcome<R>> step) {
    return Attempt.of(step, AccessWords::problem, AccessWords.LABELS);
  }

  private static List<Long> made(List<Long> roles) {
    return roles.stream().filter(role -> role != Role.ADMINISTRATOR).distinct().sorted().toList();
  }

  private static String one(long number) {
    return TO + number + "/";
  }
}
