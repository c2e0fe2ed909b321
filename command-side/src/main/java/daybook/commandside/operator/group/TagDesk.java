// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.group;

import daybook.commandside.number.Numbers;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.group.BusinessUnitIntent.ListBusinessUnits;
import daybook.domain.group.GroupDesk;
import daybook.domain.group.Tag;
import daybook.domain.group.TagIntent.AddTag;
import daybook.domain.group.TagIntent.ChangeTag;
import daybook.domain.group.TagIntent.ListTags;
import daybook.domain.group.TagIntent.RemoveTag;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What operators do with tags: all in one list, those of a business unit first, by name. */
@Component
class TagDesk implements GroupDesk<Tag> {
  private static final Comparator<Tag> ORDER =
      Comparator.comparing(Tag::businessUnit, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Tag::name);

  private final Groups groups;
  private final GroupUse use;

  TagDesk(Groups groups, GroupUse use) {
    this.groups = groups;
    this.use = use;
  }

  @Override
  public List<Tag> all(Origin asking) {
    return groups.ask(ListTags::new, asking).stream().sorted(ORDER).toList();
  }

  @Override
  public Outcome<Long> add(Object fields, Origin origin) {
    TagInput input = TagInput.read(fields, null, unit -> isUnit(unit, origin));
    long number = groups.number(Numbers.TAGS);
    return groups.tell(now -> new AddTag(now, tag(number, input)), origin).map(nothing -> number);
  }

  @Override
  public Outcome<Void> change(long number, Object fields, Origin origin) {
    Optional<Tag> present = all(origin).stream().filter(it -> it.number() == number).findFirst();
    if (present.isEmpty()) {
      return Outcome.refused(Refusal.UNKNOWN, "there is no tag " + number);
    }
    TagInput input = TagInput.read(fields, present.get(), unit -> isUnit(unit, origin));
    return groups.tell(now -> new ChangeTag(now, tag(number, input)), origin);
  }

  @Override
  public Outcome<Void> remove(long number, Origin origin) {
    return use.ofTag(number, origin)
        ? Outcome.refused(Refusal.IN_USE, "the tag " + number)
        : groups.tell(now -> new RemoveTag(now, number), origin);
  }

  private static Tag tag(long number, TagInput input) {
    return new Tag(number, input.name(), input.color(), input.businessUnit());
  }

  private boolean isUnit(long number, Origin asking) {
    return groups.ask(ListBusinessUnits::new, asking).stream()
        .anyMatch(it -> it.number() == number);
  }
}
