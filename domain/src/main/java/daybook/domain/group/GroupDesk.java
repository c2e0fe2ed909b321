// SPDX-License-Identifier: Apache-2.0
package daybook.domain.group;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import java.util.List;

/**
 * Port: what operators do with business units, or with tags, by API and by page alike. Fields come
 * as a JSON object by the API's names; {@link daybook.domain.access.InvalidInput} tells what is
 * wrong with them.
 *
 * @param <T> what it is about
 */
public interface GroupDesk<T> {
  /**
   * All of them, as lists show them.
   *
   * @throws daybook.domain.access.Unavailable when they can't be had now
   */
  List<T> all(Origin asking);

  /** Adds one, and replies with its number. Refused with {@code NAME_TAKEN}. */
  Outcome<Long> add(Object fields, Origin origin);

  /** What is absent stays as it was. Refused with {@code UNKNOWN} or {@code NAME_TAKEN}. */
  Outcome<Void> change(long number, Object fields, Origin origin);

  /** Refused with {@code IN_USE} or {@code UNKNOWN}. */
  Outcome<Void> remove(long number, Origin origin);
}
