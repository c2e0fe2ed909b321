// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.sentence;

import daybook.domain.group.BusinessUnitEvent.BusinessUnitAdded;
import daybook.domain.group.BusinessUnitEvent.BusinessUnitChanged;
import daybook.domain.group.BusinessUnitEvent.BusinessUnitRemoved;
import daybook.domain.group.TagEvent.TagAdded;
import daybook.domain.group.TagEvent.TagChanged;
import daybook.domain.group.TagEvent.TagRemoved;

/** Business units and tags. */
final class GroupSentences {
  private GroupSentences() {}

  static void add(Sentences to) {
    to.on(
            BusinessUnitAdded.class,
            (e, t) -> t.who() + " added the business unit “" + e.name() + "”.")
        .on(
            BusinessUnitChanged.class,
            (e, t) ->
                t.who()
                    + " changed the business unit "
                    + e.number()
                    + "; it is called “"
                    + e.name()
                    + "”.")
        .on(
            BusinessUnitRemoved.class,
            (e, t) -> t.who() + " removed the business unit " + e.number() + ".")
        .on(TagAdded.class, (e, t) -> t.who() + " added the tag “" + e.tag().name() + "”.")
        .on(
            TagChanged.class,
            (e, t) ->
                t.who()
                    + " changed the tag "
                    + e.tag().number()
                    + "; it is called “"
                    + e.tag().name()
                    + "”.")
        .on(TagRemoved.class, (e, t) -> t.who() + " removed the tag " + e.number() + ".");
  }
}
