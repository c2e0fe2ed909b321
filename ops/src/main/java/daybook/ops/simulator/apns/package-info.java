/**
 * A stand-in for Apple's push service on this machine.
 *
 * <p>Start at {@link daybook.ops.simulator.apns.StandInApns}. Used by the simulation and by
 * journeys; never where real devices are managed.
 */
package daybook.ops.simulator.apns;
