/**
 * Backups of log and keys, made while the server runs, and a new home made of one. Start at {@link
 * daybook.ops.backup.Backup} and {@link daybook.ops.backup.Restore}; used by the command line.
 */
package daybook.ops.backup;
