// SPDX-License-Identifier: Apache-2.0
package daybook.domain.number;

import daybook.domain.Intent;
import daybook.domain.StreamId;
import java.time.Instant;

/** Everything that may be asked of the numbers of one kind. */
public sealed interface NumberIntent<R> extends Intent<R> {
  String kind();

  @Override
  default StreamId target() {
    return StreamId.of("numbers", kind());
  }

  /** Reserves the next {@code count} numbers for a node; replies with the first of them. */
  record ReserveNumbers(String kind, Instant now, String node, int count)
      implements NumberIntent<Long> {}
}
