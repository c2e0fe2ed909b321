// SPDX-License-Identifier: Apache-2.0
package daybook.domain.group;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;

/** Everything that can have happened to tags; stream {@code tags:all}. */
public sealed interface TagEvent extends DomainEvent {

  @EventName("TagAdded")
  record TagAdded(Tag tag) implements TagEvent {}

  @EventName("TagChanged")
  record TagChanged(Tag tag) implements TagEvent {}

  @EventName("TagRemoved")
  record TagRemoved(long number) implements TagEvent {}
}
