/**
 * What was refused before anyone's identity was proven. Stream {@code refusals:<node>.<day>}.
 *
 * <p>Start at {@link daybook.domain.refusal.RefusalEvent}.
 */
package daybook.domain.refusal;
