/**
 * The quarantine after a restore: whether commands are held, and how operators end that.
 *
 * <p>Start at {@link daybook.commandside.restore.Restores}.
 */
package daybook.commandside.restore;
