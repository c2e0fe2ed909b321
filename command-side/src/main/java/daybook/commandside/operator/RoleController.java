// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.Outcome;
import daybook.domain.access.KnownPermissions;
import daybook.domain.access.Requires;
import daybook.domain.access.Role;
import daybook.domain.access.RoleDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Roles: names for what several accounts may. */
@RestController
class RoleController {
  private static final String LIST = "/api/accounts/roles/";
  private static final String ONE = LIST + "{number:[0-9]{1,18}}/";
  private static final Resource ROLE = new Resource("role", "Role", null);

  private final RoleDesk roles;
  private final KnownPermissions permissions;
  private final Desk desk;

  RoleController(RoleDesk roles, KnownPermissions permissions, Desk desk) {
    this.roles = roles;
    this.permissions = permissions;
    this.desk = desk;
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
      @RequestBody(required = false) Object body, HttpServletRequest request) {
    RoleInput.Given given = RoleInput.read(body, permissions);
    Outcome<Long> made =
        roles.create(
            given.name(), given.permissions(), desk.account(request), desk.origin(request));
    return desk.answer(made, ROLE, HttpStatus.CREATED, () -> get(made.reply()));
  }

  @PutMapping(ONE)
  @Requires(value = "accounts.change_role", name = "Role Detail", fields = RoleInput.class)
  ResponseEntity<Object> change(
      @PathVariable("number") long number,
      @RequestBody(required = false) Object body,
      HttpServletRequest request) {
    found(number);
    RoleInput.Given given = RoleInput.read(body, permissions);
    Outcome<Void> told =
        roles.change(
            number, given.name(), given.permissions(), desk.account(request), desk.origin(request));
    return desk.answer(told, ROLE, HttpStatus.OK, () -> get(number));
  }

  @DeleteMapping(ONE)
  @Requires(value = "accounts.delete_role", name = "Role Detail")
  ResponseEntity<Object> delete(@PathVariable("number") long number, HttpServletRequest request) {
    return desk.gone(roles.delete(number, desk.account(request), desk.origin(request)), ROLE);
  }

  private Role found(long number) {
    return roles.find(number).orElseThrow(ROLE::noSuch);
  }
}
