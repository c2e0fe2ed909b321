// SPDX-License-Identifier: Apache-2.0
package daybook.projections.inventory;

import java.time.Instant;
import java.util.List;

/**
 * An enrolled device and its inventory.
 *
 * @param enrollment the enrollment's id
 * @param waiting ids of the inventory commands that wait for an answer, mostly none
 */
public record InventoryView(String enrollment, Instant since, boolean told, List<String> waiting) {}
