// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.Outcome;
import daybook.domain.access.KnownPermissions;
import daybook.domain.access.NotFound;
import daybook.domain.access.Permission;
import daybook.domain.access.Role;
import daybook.domain.access.RoleDesk;
import daybook.ui.form.Attempt;
import daybook.ui.form.Given;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages about roles, and what their buttons do. */
@Controller
class RolePages {
  private static final String LIST = "/roles/";
  private static final String ONE = LIST + "{number:[0-9]{1,18}}/";
  private static final String TO = "redirect:" + LIST;
  private static final int LONGEST_NAME = 150;

  private final RoleDesk roles;
  private final KnownPermissions permissions;
  private final PageOrigins origins;

  RolePages(RoleDesk roles, KnownPermissions permissions, PageOrigins origins) {
    this.roles = roles;
    this.permissions = permissions;
    this.origins = origins;
  }

  @GetMapping(LIST)
  String list(HttpServletRequest request, Model model) {
    model.addAttribute("roles", roles.all());
    model.addAttribute("mayAdd", PageOrigins.may(request, Permission.ADD_ROLE));
    model.addAttribute("groups", Choice.permissions(permissions.all(), List.of()));
    return "access/roles";
  }

  @GetMapping(ONE)
  String role(@PathVariable long number, HttpServletRequest request, Model model) {
    Role role = roles.find(number).orElseThrow(() -> new NotFound("There is no role " + number));
    boolean made = number != Role.ADMINISTRATOR;
    model.addAttribute("role", role);
    model.addAttribute("made", made);
    model.addAttribute("mayChange", made && PageOrigins.may(request, Permission.CHANGE_ROLE));
    model.addAttribute("mayDelete", made && PageOrigins.may(request, Permission.DELETE_ROLE));
    model.addAttribute("groups", Choice.permissions(permissions.all(), role.permissions()));
    return "access/role";
  }

  @PostMapping(path = LIST, params = "action=create")
  String create(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") List<String> permission,
      HttpServletRequest request,
      RedirectAttributes told) {
    var origin = origins.doing(request, Permission.ADD_ROLE);
    Attempt<Long> made =
        attempt(
            () ->
                roles.create(
                    Given.text(name, "name", LONGEST_NAME),
                    permissions.read(permission),
                    PageOrigins.account(request),
                    origin));
    made.tell(told, null);
    return made.good() ? TO + made.reply() + "/" : TO;
  }

  @PostMapping(path = ONE, params = "action=change")
  String change(
      @PathVariable long number,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") List<String> permission,
      HttpServletRequest request,
      RedirectAttributes told) {
    var origin = origins.doing(request, Permission.CHANGE_ROLE);
    attempt(
            () ->
                roles.change(
                    number,
                    Given.text(name, "name", LONGEST_NAME),
                    permissions.read(permission),
                    PageOrigins.account(request),
                    origin))
        .tell(told, "The role gives this from now on.");
    return TO + number + "/";
  }

  @PostMapping(path = ONE, params = "action=delete")
  String delete(@PathVariable long number, HttpServletRequest request, RedirectAttributes told) {
    var origin = origins.doing(request, Permission.DELETE_ROLE);
    Attempt<Void> deleted =
        attempt(() -> roles.delete(number, PageOrigins.account(request), origin));
    deleted.tell(told, null);
    return deleted.good() ? TO : TO + number + "/";
  }

  private static <R> Attempt<R> attempt(Supplier<Outcome<R>> step) {
    return Attempt.of(step, AccessWords::problem, AccessWords.LABELS);
  }
}
