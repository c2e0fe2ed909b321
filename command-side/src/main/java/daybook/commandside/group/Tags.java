// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.group;

import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.group.Tag;
import daybook.domain.group.TagEvent.TagAdded;
import daybook.domain.group.TagEvent.TagChanged;
import daybook.domain.group.TagEvent.TagRemoved;
import daybook.domain.group.TagIntent.AddTag;
import daybook.domain.group.TagIntent.ChangeTag;
import daybook.domain.group.TagIntent.ListTags;
import daybook.domain.group.TagIntent.RemoveTag;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/** All tags; their names are unique. */
public class Tags extends EventSourced {
  /** By number, oldest first. */
  private Map<String, Tag> tags = new LinkedHashMap<>();

  protected Tags() {}

  public Tags(String stream) {
    super(stream);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<List<Tag>> handle(ListTags intent) {
    return Outcome.accepted(List.copyOf(tags.values()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(AddTag intent) {
    Tag tag = intent.tag();
    if (tag.equals(find(tag.number()))) {
      return Outcome.accepted();
    }
    return isTaken(tag)
        ? Outcome.refused(Refusal.NAME_TAKEN, tag.name())
        : recorded(new TagAdded(tag), intent.now());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(ChangeTag intent) {
    Tag tag = intent.tag();
    Tag present = find(tag.number());
    if (present == null) {
      return unknown(tag.number());
    }
    if (present.equals(tag)) {
      return Outcome.accepted();
    }
    return isTaken(tag)
        ? Outcome.refused(Refusal.NAME_TAKEN, tag.name())
        : recorded(new TagChanged(tag), intent.now());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome<Void> handle(RemoveTag intent) {
    return find(intent.number()) == null
        ? unknown(intent.number())
        : recorded(new TagRemoved(intent.number()), intent.now());
  }

  @Override
  protected void evolve(DomainEvent event, long sequence, Instant time) {
    if (event instanceof TagAdded it) {
      put(it.tag());
    } else if (event instanceof TagChanged it) {
      put(it.tag());
    } else if (event instanceof TagRemoved it) {
      tags.remove(Long.toString(it.number()));
    }
  }

  private Outcome<Void> recorded(DomainEvent event, Instant now) {
    record(event, now);
    return Outcome.accepted();
  }

  private boolean isTaken(Tag wanted) {
    return tags.values().stream()
        .anyMatch(it -> it.number() != wanted.number() && it.name().equals(wanted.name()));
  }

  private Tag find(long number) {
    return tags.get(Long.toString(number));
  }

  private void put(Tag tag) {
    tags.put(Long.toString(tag.number()), tag);
  }

  private static Outcome<Void> unknown(long number) {
    return Outcome.refused(Refusal.UNKNOWN, "there is no tag " + number);
  }
}
