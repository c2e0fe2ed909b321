/**
 * Views in SQLite: a file per generation, {@code views/device-v1.db}, that anyone can open.
 *
 * <p>Start at {@link daybook.projections.store.sqlite.SqliteViewStores}. The audit index keeps its
 * own tables through {@link daybook.projections.store.sqlite.SqliteFile}.
 */
package daybook.projections.store.sqlite;
