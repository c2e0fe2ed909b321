// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.Outcome;
import daybook.domain.access.AccountChange;
import daybook.domain.access.AccountDesk;
import daybook.domain.access.AccountEntry;
import daybook.domain.access.KnownPermissions;
import daybook.domain.access.NewAccount;
import daybook.domain.access.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accounts of people and of services. There is no way to delete one, for the log names it for ever:
 * it is made inactive.
 */
@RestController
class AccountController {
  private static final String LIST = "/api/accounts/users/";
  private static final String ONE = LIST + "{number:[0-9]{1,18}}/";
  private static final Resource USER = new Resource("user", "User", "username", null);

  private final AccountDesk accounts;
  private final KnownPermissions permissions;
  private final Desk desk;

  AccountController(AccountDesk accounts, KnownPermissions permissions, Desk desk) {
    this.accounts = accounts;
    this.permissions = permissions;
    this.desk = desk;
  }

  @GetMapping(LIST)
  @Requires(
      value = "accounts.view_user",
      name = "User List",
      description = "List all accounts, search one by username, or create one.")
  Page<AccountAnswer> list(HttpServletRequest request) {
    String name = request.getParameter("username");
    List<AccountAnswer> wanted =
        accounts.all().stream()
            .filter(it -> name == null || name.isEmpty() || name.equalsIgnoreCase(it.username()))
            .map(AccountAnswer::of)
            .toList();
    return Page.of(wanted, request);
  }

  @GetMapping(ONE)
  @Requires(value = "accounts.view_user", name = "User Detail")
  AccountAnswer get(@PathVariable("number") long number) {
    return AccountAnswer.of(found(number));
  }

  @PostMapping(LIST)
  @Requires(value = "accounts.add_user", name = "User List", fields = AccountInput.class)
  ResponseEntity<Object> add(
      @RequestBody(required = false) Object body, HttpServletRequest request) {
    NewAccount account = AccountInput.added(body, permissions);
    Outcome<Long> made = accounts.create(account, desk.account(request), desk.origin(request));
    return desk.answer(made, USER, HttpStatus.CREATED, () -> get(made.reply()));
  }

  @PutMapping(ONE)
  @Requires(value = "accounts.change_user", name = "User Detail", fields = AccountInput.class)
  ResponseEntity<Object> change(
      @PathVariable("number") long number,
      @RequestBody(required = false) Object body,
      HttpServletRequest request) {
    AccountChange change = AccountInput.changed(body, found(number), permissions);
    Outcome<Void> told =
        accounts.change(number, change, desk.account(request), desk.origin(request));
    return desk.answer(told, USER, HttpStatus.OK, () -> get(number));
  }

  private AccountEntry found(long number) {
    return accounts.find(number).orElseThrow(USER::noSuch);
  }
}
