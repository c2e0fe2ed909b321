/**
 * The log's file: its rows, the one writer that groups commits, the readers, and the leaf that a
 * row has in the history tree.
 *
 * <p>Start at {@link daybook.ops.log.store.LogStore}. Used by the log's own packages.
 */
package daybook.ops.log.store;
