// SPDX-License-Identifier: Apache-2.0
package daybook.projections;

/**
 * How a view stands.
 *
 * @param generation the build that serves, {@code device-v1}
 * @param position the index of the last event it has taken
 * @param head the newest event of the log
 * @param parked how many documents wait behind an event that couldn't be folded
 * @param building whether another generation is being built
 */
public record ViewStatus(
    String name, String generation, long position, long head, int parked, boolean building) {}
