/**
 * What we remember, shaped for reading: views are folded from the log and never edited.
 *
 * <p>Start at {@link daybook.projections.Fold} (how a document follows from events) and {@link
 * daybook.projections.Projector} (what keeps all views up to date). Each feature holds its view,
 * its fold and its read port; read ports may be used by query-side and ui.
 */
package daybook.projections;
