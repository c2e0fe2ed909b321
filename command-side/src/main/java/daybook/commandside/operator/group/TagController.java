// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.group;

import daybook.commandside.operator.Desk;
import daybook.commandside.operator.Resource;
import daybook.domain.Outcome;
import daybook.domain.access.Requires;
import daybook.domain.group.GroupDesk;
import daybook.domain.group.Tag;
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

/** Tags: all in one list, those of a business unit first, by name. */
@RestController
class TagController {
  private static final String LIST = "/api/inventory/tags/";
  private static final String ONE = LIST + "{number:[0-9]{1,18}}/";
  private static final Resource TAG = new Resource("tag", "Tag", "This tag cannot be deleted");
  private final Desk desk;
  private final GroupDesk<Tag> tags;

  TagController(Desk desk, GroupDesk<Tag> tags) {
    this.desk = desk;
    this.tags = tags;
  }

  @GetMapping(LIST)
  @Requires(value = "inventory.view_tag", name = "Tag List")
  List<TagEntry> list(HttpServletRequest request) {
    String name = request.getParameter("name");
    return tags.all(desk.asking(request)).stream()
        .filter(it -> name == null || name.isEmpty() || it.name().equals(name))
        .map(TagEntry::of)
        .toList();
  }

  @GetMapping(ONE)
  @Requires(value = "inventory.view_tag", name = "Tag Detail")
  TagEntry get(@PathVariable("number") long number, HttpServletRequest request) {
    return TagEntry.of(find(number, request));
  }

  @PostMapping(LIST)
  @Requires(value = "inventory.add_tag", name = "Tag List", fields = TagInput.Fields.class)
  ResponseEntity<Object> add(
      @RequestBody(required = false) Object body, HttpServletRequest request) {
    Outcome<Long> told = tags.add(body, desk.origin(request));
    return desk.answer(told, TAG, HttpStatus.CREATED, () -> get(told.reply(), request));
  }

  @PutMapping(ONE)
  @Requires(value = "inventory.change_tag", name = "Tag Detail", fields = TagInput.Fields.class)
  ResponseEntity<Object> change(
      @PathVariable("number") long number,
      @RequestBody(required = false) Object body,
      HttpServletRequest request) {
    Outcome<Void> told = tags.change(number, body, desk.origin(request));
    return desk.answer(told, TAG, HttpStatus.OK, () -> get(number, request));
  }

  @DeleteMapping(ONE)
  @Requires(value = "inventory.delete_tag", name = "Tag Detail")
  ResponseEntity<Object> remove(@PathVariable("number") long number, HttpServletRequest request) {
    return desk.gone(tags.remove(number, desk.origin(request)), TAG);
  }

  private Tag find(long number, HttpServletRequest request) {
    return tags.all(desk.asking(request)).stream()
        .filter(it -> it.number() == number)
        .findFirst()
        .orElseThrow(TAG::noSuch);
  }
}
