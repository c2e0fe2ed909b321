/**
 * The bare index of the log that the audit trail is read by: index, stream, type, and what the
 * event is about. It holds nothing personal and nothing secret.
 *
 * <p>Start at {@link daybook.projections.audit.index.AuditIndex}. Used by the audit log and the
 * wiring.
 */
package daybook.projections.audit.index;
