/**
 * The audit page: all that has happened, by device, actor, type and time; and each event by itself.
 *
 * <p>Start at {@code AuditPages}. Imported by nobody.
 */
package daybook.ui.audit;
