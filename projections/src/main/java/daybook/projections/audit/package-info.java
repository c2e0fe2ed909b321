/**
 * The log, told as sentences.
 *
 * <p>Start at {@link daybook.projections.audit.AuditLog}. What is kept is a bare index (which event
 * is about which device); each entry is rendered from its opened event when it is read.
 */
package daybook.projections.audit;
