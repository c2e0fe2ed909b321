// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.commandside.door.Origins;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.AccountDesk;
import daybook.domain.access.AccountEntry;
import daybook.domain.access.AccountState;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.KnownPermissions;
import daybook.domain.access.NotFound;
import daybook.domain.access.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accounts of people and of services. There is no way to delete one, for the log names it for ever:
 * it is made inactive.
 */
@RestController
class AccountController {
  static final String NO_SUCH = "No User matches the given query.";
  private static final String LIST = "/api/accounts/users/";
  private static final String ONE = LIST + "{number:[0-9]+}/";

  private final AccountDesk accounts;
  private final KnownPermissions permissions;
  private final Origins origins;

  AccountController(AccountDesk accounts, KnownPermissions permissions, Origins origins) {
    this.accounts = accounts;
    this.permissions = permissions;
    this.origins = origins;
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
      @RequestBody(required = false) Object body,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    AccountState by = CurrentAccount.in(account);
    Outcome<Long> outcome =
        accounts.create(AccountInput.added(body, permissions), by, origins.ofOperator(request, by));
    return outcome
        .refusal()
        .map(AccountController::problem)
        .orElseGet(() -> ResponseEntity.status(201).body(get(outcome.reply())));
  }

  @PutMapping(ONE)
  @Requires(value = "accounts.change_user", name = "User Detail", fields = AccountInput.class)
  ResponseEntity<Object> change(
      @PathVariable("number") long number,
      @RequestBody(required = false) Object body,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    AccountState by = CurrentAccount.in(account);
    Outcome<Void> outcome =
        accounts.change(
            number,
            AccountInput.changed(body, found(number), permissions),
            by,
            origins.ofOperator(request, by));
    return outcome
        .refusal()
        .map(AccountController::problem)
        .orElseGet(() -> ResponseEntity.ok(get(number)));
  }

  private AccountEntry found(long number) {
    return accounts.find(number).orElseThrow(() -> new NotFound(NO_SUCH));
  }

  private static ResponseEntity<Object> problem(Outcome.Refused<?> refused) {
    if (refused.reason() == Refusal.NAME_TAKEN) {
      throw InvalidInput.of("username", "user with this username already exists.");
    }
    return OperatorProblem.of(refused);
  }
}
