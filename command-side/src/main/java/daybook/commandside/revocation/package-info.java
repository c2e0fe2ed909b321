/**
 * Revoked identities: revoking, and the list of ours for those who trust our authorities elsewhere.
 *
 * <p>Start at {@link daybook.commandside.revocation.RevocationLists}.
 */
package daybook.commandside.revocation;
