// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.commandside.door.Origins;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.AccountState;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.KnownPermissions;
import daybook.domain.access.NotFound;
import daybook.domain.access.Requires;
import daybook.domain.access.Role;
import daybook.domain.access.RoleDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Roles: names for what several accounts may. */
@RestController
class RoleController {
  private static final String NO_SUCH = "No Role matches the given query.";
  private static final String LIST = "/api/accounts/roles/";
  private static final String ONE = LIST + "{number:[0-9]+}/";

  private final RoleDesk roles;
  private final KnownPermissions permissions;
  private final Origins origins;

  RoleController(RoleDesk roles, KnownPermissions permissions, Origins origins) {
    this.roles = roles;
    this.permissions = permissions;
    this.origins = origins;
  }

  @GetMapping(LIST)
  @Requires(
      value = "accounts.view_role",
      name = "Role List",
      description = "List all roles, search one by name, or create one.")
  Page<RoleAnswer> list(HttpServletRequest request) {
    String name = request.getParameter("name");
    List<RoleAnswer> wanted =
        roles.all().stream()
            .filter(it -> name == null || name.isEmpty() || name.equals(it.name()))
            .map(RoleAnswer::of)
            .toList();
    return Page.of(wanted, request);
  }

  @GetMapping(ONE)
  @Requires(value = "accounts.view_role", name = "Role Detail")
  RoleAnswer get(@PathVariable("number") long number) {
    return RoleAnswer.of(found(number));
  }

  @PostMapping(LIST)
  @Requires(value = "accounts.add_role", name = "Role List", fields = RoleInput.class)
  ResponseEntity<Object> add(
      @RequestBody(required = false) Object body,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    AccountState by = CurrentAccount.in(account);
    RoleInput.Given given = RoleInput.read(body, permissions);
    Outcome<Long> outcome =
        roles.create(given.name(), given.permissions(), by, origins.ofOperator(request, by));
    return outcome
        .refusal()
        .map(RoleController::problem)
        .orElseGet(() -> ResponseEntity.status(201).body(get(outcome.reply())));
  }

  @PutMapping(ONE)
  @Requires(value = "accounts.change_role", name = "Role Detail", fields = RoleInput.class)
  ResponseEntity<Object> change(
      @PathVariable("number") long number,
      @RequestBody(required = false) Object body,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    AccountState by = CurrentAccount.in(account);
    found(number);
    RoleInput.Given given = RoleInput.read(body, permissions);
    Outcome<Void> outcome =
        roles.change(
            number, given.name(), given.permissions(), by, origins.ofOperator(request, by));
    return outcome
        .refusal()
        .map(RoleController::problem)
        .orElseGet(() -> ResponseEntity.ok(get(number)));
  }

  @DeleteMapping(ONE)
  @Requires(value = "accounts.delete_role", name = "Role Detail")
  ResponseEntity<Object> delete(
      @PathVariable("number") long number,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    AccountState by = CurrentAccount.in(account);
    found(number);
    return roles
        .delete(number, by, origins.ofOperator(request, by))
        .refusal()
        .map(RoleController::problem)
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  private Role found(long number) {
    return roles.find(number).orElseThrow(() -> new NotFound(NO_SUCH));
  }

  private static ResponseEntity<Object> problem(Outcome.Refused<?> refused) {
    if (refused.reason() == Refusal.NAME_TAKEN) {
      throw InvalidInput.of("name", "role with this name already exists.");
    }
    if (refused.reason() == Refusal.UNKNOWN) {
      throw new NotFound(NO_SUCH);
    }
    return OperatorProblem.of(refused);
  }
}
