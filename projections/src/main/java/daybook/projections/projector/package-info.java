/**
 * The projector: reads the log from each view's position, opens, folds, and writes documents and
 * position in one transaction.
 *
 * <p>Start at {@link daybook.projections.projector.LogProjector}; {@link
 * daybook.projections.projector.DocumentProjection} turns a fold into a view. Used by the wiring.
 */
package daybook.projections.projector;
