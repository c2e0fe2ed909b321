/**
 * Property lists as the simulated devices read and write them.
 *
 * <p>Start at {@link daybook.ops.simulator.plist.Plists}. Used by the simulator alone.
 */
package daybook.ops.simulator.plist;
