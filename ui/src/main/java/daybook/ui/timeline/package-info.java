/**
 * Lists of what has happened, which stay live while they are looked at.
 *
 * <p>Start at {@link daybook.ui.timeline.LivePages}. Used by the pages that have such lists.
 */
package daybook.ui.timeline;
