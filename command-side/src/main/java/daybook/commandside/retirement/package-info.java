/**
 * Has a device remove the profile by which it is managed.
 *
 * <p>Start at {@code LastCommands}. Called through the port {@link
 * daybook.domain.retirement.Retirements}; what follows from it is decided by the enrollment.
 */
package daybook.commandside.retirement;
