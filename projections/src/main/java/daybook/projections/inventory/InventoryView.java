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
 */
public record InventoryView(
    String enrollment,
    String platform,
    Instant since,
    boolean told,
    List<String> waiting,
    boolean blocked) {}
