/**
 * Opening personal values for folds and sentences, and what must stay closed.
 *
 * <p>Start at {@link daybook.projections.opening.Opener}.
 */
package daybook.projections.opening;
