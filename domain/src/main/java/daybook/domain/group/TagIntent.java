// SPDX-License-Identifier: Apache-2.0
package daybook.domain.group;

import daybook.domain.Intent;
import daybook.domain.StreamId;
import java.time.Instant;
import java.util.List;

/** Everything that may be asked of the tags. */
public sealed interface TagIntent<R> extends Intent<R> {
  StreamId STREAM = StreamId.all("tags");

  @Override
  default StreamId target() {
    return STREAM;
  }

  /** All of them, oldest first. */
  record ListTags(Instant now) implements TagIntent<List<Tag>> {}

  /** Adds one under a new number; refused with {@code NAME_TAKEN}. */
  record AddTag(Instant now, Tag tag) implements TagIntent<Void> {}

  /** Changes one; refused with {@code UNKNOWN} or {@code NAME_TAKEN}. */
  record ChangeTag(Instant now, Tag tag) implements TagIntent<Void> {}

  /** Removes one; refused with {@code UNKNOWN} when there is none. */
  record RemoveTag(Instant now, long number) implements TagIntent<Void> {}
}
