// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.group;

import daybook.commandside.aggregate.Story;
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
import java.util.List;
import org.junit.jupiter.api.Test;

class TagsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Tag KIOSK = new Tag(1, "kiosk", "0079bf", null);
  private static final Tag LAB = new Tag(2, "lab", "ff0000", 1L);

  private static Story<Tags> blank() {
    return Story.of(Tags.class);
  }

  @Test
  void aTagIsAddedOnce() {
    blank().when(new AddTag(NOW, KIOSK)).records(new TagAdded(KIOSK)).accepted();
    blank().given(new AddTag(NOW, KIOSK)).when(new AddTag(NOW, KIOSK)).recordsNothing().accepted();
  }

  @Test
  void aNameIsTakenOnce() {
    blank()
        .given(new AddTag(NOW, KIOSK), new AddTag(NOW, LAB))
        .when(new ChangeTag(NOW, new Tag(2, "kiosk", "ff0000", 1L)))
        .recordsNothing()
        .refused(Refusal.NAME_TAKEN, "kiosk");
  }

  @Test
  void aChangeIsRecordedOnlyWhenThereIsOne() {
    Tag other = new Tag(1, "kiosk", "ffffff", 3L);
    blank()
        .given(new AddTag(NOW, KIOSK))
        .when(new ChangeTag(NOW, KIOSK))
        .recordsNothing()
        .accepted();
    blank()
        .given(new AddTag(NOW, KIOSK))
        .when(new ChangeTag(NOW, other))
        .records(new TagChanged(other))
        .accepted();
  }

  @Test
  void aRemovedTagIsGone() {
    blank()
        .given(new AddTag(NOW, KIOSK))
        .when(new RemoveTag(NOW, 1))
        .records(new TagRemoved(1))
        .accepted();
    blank()
        .given(new AddTag(NOW, KIOSK), new AddTag(NOW, LAB), new RemoveTag(NOW, 1))
        .when(new ListTags(NOW))
        .recordsNothing()
        .answers(List.of(LAB));
    blank()
        .given(new AddTag(NOW, KIOSK), new RemoveTag(NOW, 1))
        .when(new RemoveTag(NOW, 1))
        .recordsNothing()
        .refused(Refusal.UNKNOWN);
  }
}
