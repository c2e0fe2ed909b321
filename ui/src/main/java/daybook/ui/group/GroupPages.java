// SPDX-License-Identifier: Apache-2.0
package daybook.ui.group;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Outcome.Refused;
import daybook.domain.access.Permission;
import daybook.domain.group.BusinessUnit;
import daybook.domain.group.GroupDesk;
import daybook.domain.group.Tag;
import daybook.ui.access.PageOrigins;
import daybook.ui.form.Attempt;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page about business units and tags, and what its buttons do. */
@Controller
class GroupPages {
  private static final String LIST = "/groups/";
  private static final String TO = "redirect:" + LIST;
  private static final Map<String, String> LABELS =
      Map.of("name", "Name", "color", "Colour", "meta_business_unit", "Business unit");

  private final GroupDesk<BusinessUnit> units;
  private final GroupDesk<Tag> tags;
  private final PageOrigins origins;

  GroupPages(GroupDesk<BusinessUnit> units, GroupDesk<Tag> tags, PageOrigins origins) {
    this.units = units;
    this.tags = tags;
    this.origins = origins;
  }

  @GetMapping(LIST)
  String list(HttpServletRequest request, Model model) {
    Origin asking = origins.asking(request);
    List<BusinessUnit> all = units.all(asking);
    model.addAttribute("units", all);
    model.addAttribute("tags", tags.all(asking));
    model.addAttribute(
        "unitNames",
        all.stream().collect(Collectors.toMap(BusinessUnit::number, BusinessUnit::name)));
    model.addAttribute("mayAddUnit", PageOrigins.may(request, Permission.ADD_UNIT));
    model.addAttribute("mayChangeUnit", PageOrigins.may(request, Permission.CHANGE_UNIT));
    model.addAttribute("mayDeleteUnit", PageOrigins.may(request, Permission.DELETE_UNIT));
    model.addAttribute("mayAddTag", PageOrigins.may(request, Permission.ADD_TAG));
    model.addAttribute("mayChangeTag", PageOrigins.may(request, Permission.CHANGE_TAG));
    model.addAttribute("mayDeleteTag", PageOrigins.may(request, Permission.DELETE_TAG));
    return "group/list";
  }

  @PostMapping(path = LIST, params = "action=add-unit")
  String addUnit(
      @RequestParam(defaultValue = "") String name,
      HttpServletRequest request,
      RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.ADD_UNIT);
    return done(() -> units.add(Map.of("name", name), origin), told);
  }

  @PostMapping(path = LIST, params = "action=change-unit")
  String changeUnit(
      @RequestParam long number,
      @RequestParam(defaultValue = "") String name,
      HttpServletRequest request,
      RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.CHANGE_UNIT);
    return done(() -> units.change(number, Map.of("name", name), origin), told);
  }

  @PostMapping(path = LIST, params = "action=delete-unit")
  String deleteUnit(
      @RequestParam long number, HttpServletRequest request, RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.DELETE_UNIT);
    return done(() -> units.remove(number, origin), told);
  }

  @PostMapping(path = LIST, params = "action=add-tag")
  String addTag(
      @RequestParam Map<String, String> form, HttpServletRequest request, RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.ADD_TAG);
    return done(() -> tags.add(tag(form), origin), told);
  }

  @PostMapping(path = LIST, params = "action=change-tag")
  String changeTag(
      @RequestParam long number,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.CHANGE_TAG);
    return done(() -> tags.change(number, tag(form), origin), told);
  }

  @PostMapping(path = LIST, params = "action=delete-tag")
  String deleteTag(@RequestParam long number, HttpServletRequest request, RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.DELETE_TAG);
    return done(() -> tags.remove(number, origin), told);
  }

  /** A form's fields as the API has them; browsers write colours as {@code #0079bf}. */
  private static Map<String, Object> tag(Map<String, String> form) {
    String unit = form.getOrDefault("unit", "");
    Map<String, Object> fields = new HashMap<>();
    fields.put("name", form.getOrDefault("name", ""));
    fields.put("color", form.getOrDefault("color", "").replaceFirst("^#", ""));
    fields.put("meta_business_unit", unit.isEmpty() ? null : unit);
    return fields;
  }

  private static String done(Supplier<? extends Outcome<?>> step, RedirectAttributes told) {
    Attempt.of(() -> step.get().map(reply -> null), GroupPages::problem, LABELS).tell(told, null);
    return TO;
  }

  private static String problem(Refused<?> refused) {
    return switch (refused.reason()) {
      case NAME_TAKEN -> "This name is taken.";
      case IN_USE -> "It is in use, so it can't be deleted.";
      case UNKNOWN -> "It is gone.";
      default -> "Nothing can be recorded now. Try again.";
    };
  }
}
