/**
 * Accounts and API tokens, for finding and for showing; what an account may do is judged by its
 * aggregate alone.
 *
 * <p>Start at {@link daybook.projections.access.AccountViews}.
 */
package daybook.projections.access;
