/**
 * The page about the quarantine after a restore.
 *
 * <p>Start at {@link daybook.ui.restore.QuarantinePages}.
 */
package daybook.ui.restore;
