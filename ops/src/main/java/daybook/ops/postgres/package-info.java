/**
 * Opens databases of PostgreSQL.
 *
 * <p>Start at {@link daybook.ops.postgres.Postgres}.
 */
package daybook.ops.postgres;
