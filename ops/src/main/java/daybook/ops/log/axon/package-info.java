/**
 * What Daybook takes of Axon, behind the port {@link daybook.domain.Intents}: handling of intents,
 * repositories, locks, cache and snapshots over the log.
 *
 * <p>Start at {@link daybook.ops.log.axon.AxonIntents}; {@link daybook.ops.log.axon.Wiring} puts
 * the parts together. Used by {@link daybook.ops.log.OpenLog} alone.
 */
package daybook.ops.log.axon;
