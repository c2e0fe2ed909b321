// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.group;

import daybook.commandside.operator.Desk;
import daybook.commandside.operator.Resource;
import daybook.domain.Outcome;
import daybook.domain.access.Requires;
import daybook.domain.group.BusinessUnit;
import daybook.domain.group.GroupDesk;
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

/** Business units: all in one list, by name. */
@RestController
class BusinessUnitController {
  private static final String LIST = "/api/inventory/meta_business_units/";
  private static final String ONE = LIST + "{number:[0-9]{1,18}}/";
  private static final Resource UNIT =
      new Resource(
          "meta business unit", "MetaBusinessUnit", "This meta business unit cannot be deleted");

  private final Desk desk;
  private final GroupDesk<BusinessUnit> units;

  BusinessUnitController(Desk desk, GroupDesk<BusinessUnit> units) {
    this.desk = desk;
    this.units = units;
  }

  @GetMapping(LIST)
  @Requires(value = "inventory.view_metabusinessunit", name = "Meta Business Unit List")
  List<BusinessUnitEntry> list(HttpServletRequest request) {
    String name = request.getParameter("name");
    return units.all(desk.asking(request)).stream()
        .filter(it -> name == null || name.isEmpty() || it.name().equals(name))
        .map(BusinessUnitEntry::of)
        .toList();
  }

  @GetMapping(ONE)
  @Requires(value = "inventory.view_metabusinessunit", name = "Meta Business Unit Detail")
  BusinessUnitEntry get(@PathVariable("number") long number, HttpServletRequest request) {
    return BusinessUnitEntry.of(find(number, request));
  }

  @PostMapping(LIST)
  @Requires(
      value = "inventory.add_metabusinessunit",
      name = "Meta Business Unit List",
      fields = BusinessUnitInput.Fields.class)
  ResponseEntity<Object> add(
      @RequestBody(required = false) Object body, HttpServletRequest request) {
    Outcome<Long> told = units.add(body, desk.origin(request));
    return desk.answer(told, UNIT, HttpStatus.CREATED, () -> get(told.reply(), request));
  }

  @PutMapping(ONE)
  @Requires(
      value = "inventory.change_metabusinessunit",
      name = "Meta Business Unit Detail",
      fields = BusinessUnitInput.Fields.class)
  ResponseEntity<Object> change(
      @PathVariable("number") long number,
      @RequestBody(required = false) Object body,
      HttpServletRequest request) {
    Outcome<Void> told = units.change(number, body, desk.origin(request));
    return desk.answer(told, UNIT, HttpStatus.OK, () -> get(number, request));
  }

  @DeleteMapping(ONE)
  @Requires(value = "inventory.delete_metabusinessunit", name = "Meta Business Unit Detail")
  ResponseEntity<Object> remove(@PathVariable("number") long number, HttpServletRequest request) {
    return desk.gone(units.remove(number, desk.origin(request)), UNIT);
  }

  private BusinessUnit find(long number, HttpServletRequest request) {
    return units.all(desk.asking(request)).stream()
        .filter(it -> it.number() == number)
        .findFirst()
        .orElseThrow(UNIT::noSuch);
  }
}
