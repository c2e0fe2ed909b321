/**
 * Apple devices made of software: they enroll over HTTP as a Mac, an iPhone or an iPad does, check
 * in, answer commands, and refuse what those refuse.
 *
 * <p>Start at {@link daybook.ops.simulator.SimulatedDevice}; {@link
 * daybook.ops.simulator.Simulation} keeps many of them going. Used by {@code ops/run --simulate},
 * by journeys and by benchmarks. It knows the protocol from Apple's documentation and shares no
 * class with the server, so that one misunderstanding can't hide another.
 */
package daybook.ops.simulator;
