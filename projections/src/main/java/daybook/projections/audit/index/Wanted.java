// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.index;

import daybook.domain.Actor;
import daybook.domain.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Which rows. Null components don't restrict.
 *
 * @param devices their streams; none fits an empty list
 * @param type the stored name of the event
 * @param kind of the actor
 * @param actors any of them; none fits an empty list
 * @param since the earliest time
 * @param until the first time that is too late
 */
public record Wanted(
    List<StreamId> devices,
    String type,
    Actor.Kind kind,
    List<Actor> actors,
    Instant since,
    Instant until) {

  /** How a kind is named in the index. */
  static String kind(Actor.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** How an actor is named in the index. */
  static String actor(Actor actor) {
    return kind(actor.kind()) + " " + actor.id();
  }
}
