/**
 * What a start from a restored log means: a quarantine for the commands that were queued before.
 * Stream {@code restores:all}.
 *
 * <p>Start at {@link daybook.domain.restore.RestoreEvent}.
 */
package daybook.domain.restore;
