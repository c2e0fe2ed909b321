/**
 * The view of revoked identities, for our revocation lists.
 *
 * <p>Start at {@link daybook.projections.revocation.RevocationList}.
 */
package daybook.projections.revocation;
