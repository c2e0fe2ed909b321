// SPDX-License-Identifier: Apache-2.0
package daybook.projections;

/**
 * A document that waits behind an event that couldn't be folded.
 *
 * @param index of that event
 * @param error the kind of the failure and where it arose; without the values involved
 */
public record ParkedKey(String key, long index, String error) {}
