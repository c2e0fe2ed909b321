/**
 * Enrollment profiles as a device reads them, and what it refuses in them.
 *
 * <p>Start at {@link daybook.ops.simulator.profile.EnrollmentProfile}. Used by the simulator and
 * its tests.
 */
package daybook.ops.simulator.profile;
