// SPDX-License-Identifier: Apache-2.0
package daybook.domain.group;

import daybook.domain.Intent;
import daybook.domain.StreamId;
import java.time.Instant;
import java.util.List;

/** Everything that may be asked of the business units. */
public sealed interface BusinessUnitIntent<R> extends Intent<R> {
  StreamId STREAM = StreamId.all("business-units");

  @Override
  default StreamId target() {
    return STREAM;
  }

  /** All of them, oldest first. */
  record ListBusinessUnits(Instant now) implements BusinessUnitIntent<List<BusinessUnit>> {}

  /** Adds one under a new number. */
  record AddBusinessUnit(Instant now, long number, String name, boolean apiEnrollmentEnabled)
      implements BusinessUnitIntent<Void> {}

  /** Changes one; refused with {@code UNKNOWN} when there is none. */
  record ChangeBusinessUnit(Instant now, long number, String name, boolean apiEnrollmentEnabled)
      implements BusinessUnitIntent<Void> {}

  /** Removes one; refused with {@code UNKNOWN} when there is none. */
  record RemoveBusinessUnit(Instant now, long number) implements BusinessUnitIntent<Void> {}
}
