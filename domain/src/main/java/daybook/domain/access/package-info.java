/**
 * Who may operate Daybook: accounts, their permissions and API tokens. Stream {@code account:<id>}.
 *
 * <p>Start at {@link daybook.domain.access.AccountIntent}.
 */
package daybook.domain.access;
