/**
 * Secrets kept for a device. They live in its enrollment's stream.
 *
 * <p>Start at {@link daybook.domain.escrow.EscrowIntent}.
 */
package daybook.domain.escrow;
