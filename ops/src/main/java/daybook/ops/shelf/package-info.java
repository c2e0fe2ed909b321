// SPDX-License-Identifier: Apache-2.0
/**
 * Where page sessions and sign-ins under way lie: in memory, or where several nodes find them.
 *
 * <p>Start at {@link daybook.domain.Shelf}. {@link daybook.ops.shelf.ShelfConfiguration} chooses.
 */
package daybook.ops.shelf;
