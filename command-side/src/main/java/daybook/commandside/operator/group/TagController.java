// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.group;

import daybook.commandside.number.Numbers;
import daybook.commandside.operator.Desk;
import daybook.commandside.operator.Resource;
import daybook.domain.Outcome;
import daybook.domain.access.Requires;
import daybook.domain.group.BusinessUnitIntent.ListBusinessUnits;
import daybook.domain.group.Tag;
import daybook.domain.group.TagIntent.AddTag;
import daybook.domain.group.TagIntent.ChangeTag;
import daybook.domain.group.TagIntent.ListTags;
import daybook.domain.group.TagIntent.RemoveTag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
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
  private static final Comparator<Tag> ORDER =
      Comparator.comparing(Tag::businessUnit, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Tag::name);

  private final Desk desk;
  private final GroupUse use;

  TagController(Desk desk, GroupUse use) {
    this.desk = desk;
    this.use = use;
  }

  @GetMapping(LIST)
  @Requires(value = "inventory.view_tag", name = "Tag List")
  List<TagEntry> list(HttpServletRequest request) {
    String name = request.getParameter("name");
    return desk.ask(ListTags::new, request).stream()
        .filter(it -> name == null || name.isEmpty() || it.name().equals(name))
        .sorted(ORDER)
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
    TagInput input = TagInput.read(body, null, unit -> isUnit(unit, request));
    long number = desk.number(Numbers.TAGS);
    Outcome<Void> told = desk.tell(now -> new AddTag(now, tag(number, input)), request);
    return desk.answer(told, TAG, HttpStatus.CREATED, () -> get(number, request));
  }

  @PutMapping(ONE)
  @Requires(value = "inventory.change_tag", name = "Tag Detail", fields = TagInput.Fields.class)
  ResponseEntity<Object> change(
      @PathVariable("number") long number,
      @RequestBody(required = false) Object body,
      HttpServletRequest request) {
    TagInput input = TagInput.read(body, find(number, request), unit -> isUnit(unit, request));
    Outcome<Void> told = desk.tell(now -> new ChangeTag(now, tag(number, input)), request);
    return desk.answer(told, TAG, HttpStatus.OK, () -> get(number, request));
  }

  @DeleteMapping(ONE)
  @Requires(value = "inventory.delete_tag", name = "Tag Detail")
  ResponseEntity<Object> remove(@PathVariable("number") long number, HttpServletRequest request) {
    return use.ofTag(number, request)
        ? TAG.used()
        : desk.gone(desk.tell(now -> new RemoveTag(now, number), request), TAG);
  }

  private static Tag tag(long number, TagInput input) {
    return new Tag(number, input.name(), input.color(), input.businessUnit());
  }

  private Tag find(long number, HttpServletRequest request) {
    return desk.ask(ListTags::new, request).stream()
        .filter(it -> it.number() == number)
        .findFirst()
        .orElseThrow(TAG::noSuch);
  }

  private boolean isUnit(long number, HttpServletRequest request) {
    return desk.ask(ListBusinessUnits::new, request).stream().anyMatch(it -> it.number() == number);
  }
}
