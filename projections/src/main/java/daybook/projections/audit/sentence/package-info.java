/**
 * Each type of event as a sentence for people: one renderer per type. Personal values are opened or
 * told as {@code [erased]}; secrets are never told.
 *
 * <p>Start at {@link daybook.projections.audit.sentence.Sentences}. Used by the audit log.
 */
package daybook.projections.audit.sentence;
