/**
 * The port to where views are kept: documents by key, found by indexed columns, with the position
 * that they have reached.
 *
 * <p>Start at {@link daybook.projections.store.ViewStore}. Used by the projector, and through read
 * ports by the features; every engine passes the same contract suite.
 */
package daybook.projections.store;
