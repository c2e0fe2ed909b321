/**
 * The view of devices with a certificate of ours that the log doesn't know.
 *
 * <p>Start at {@link daybook.projections.stray.StrayFold}.
 */
package daybook.projections.stray;
