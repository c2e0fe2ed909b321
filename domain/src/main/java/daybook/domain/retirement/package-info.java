/**
 * Ending the management of a device by an operator's word. It happens in the enrollment's stream.
 *
 * <p>Start at {@link daybook.domain.retirement.RetirementIntent}.
 */
package daybook.domain.retirement;
