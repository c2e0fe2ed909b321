/**
 * A simulated device's identity: its key and certificate, and the ways to prove it.
 *
 * <p>Start at {@link daybook.ops.simulator.identity.Identity} and {@link
 * daybook.ops.simulator.identity.SignatureShape}. Used by the simulator and its tests.
 */
package daybook.ops.simulator.identity;
