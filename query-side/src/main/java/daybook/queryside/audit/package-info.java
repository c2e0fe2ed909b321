/**
 * {@code /api/mdm/audit/}: all that has happened, as sentences.
 *
 * <p>Start at {@code AuditController}.
 */
package daybook.queryside.audit;
