/**
 * Opening SQLite files the way the log, the keys and the caches need it.
 *
 * <p>Start at {@link daybook.ops.sqlite.Sqlite}. Used by the packages of {@code ops} that own a
 * file.
 */
package daybook.ops.sqlite;
