/**
 * What all aggregates share: recording events, and their time.
 *
 * <p>Start at {@link daybook.commandside.aggregate.EventSourced}. Used by the aggregates alone.
 */
package daybook.commandside.aggregate;
