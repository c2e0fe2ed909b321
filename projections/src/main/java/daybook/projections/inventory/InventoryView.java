// SPDX-License-Identifier: Apache-2.0
package daybook.projections.inventory;

import java.time.Instant;
import java.util.List;

/**
 * A device and its inventory.
 *
 * @param enrollment the enrollment's id
 * @param platform the word of its platform, by what it said when it started to enroll
 * @param since null until it is enrolled
 * @param waiting ids of the inventory commands that wait for an answer, mostly none
 * @param blocked whether an operator keeps it out, and so it isn't asked
 * @param retiring whether an operator has asked for its retirement, and so it isn't asked
 */
public record InventoryView(
    String enrollment,
    String platform,
    Instant since,
    boolean told,
    List<String> waiting,
    boolean blocked,
    boolean retiring) {
  InventoryView enrolledAt(Instant time) {
    return new InventoryView(enrollment, platform, time, told, waiting, blocked, retiring);
  }

  InventoryView blocked(boolean now) {
    return new InventoryView(enrollment, platform, since, told, waiting, now, retiring);
  }

  InventoryView retiring(boolean now) {
    return new InventoryView(enrollment, platform, since, told, waiting, blocked, now);
  }

  InventoryView waitingFor(List<String> commands) {
    return new InventoryView(enrollment, platform, since, told, commands, blocked, retiring);
  }

  InventoryView toldAt(Instant time) {
    boolean enrolled = since != null;
    return new InventoryView(
        enrollment, platform, enrolled ? time : null, enrolled, waiting, blocked, retiring);
  }
}
