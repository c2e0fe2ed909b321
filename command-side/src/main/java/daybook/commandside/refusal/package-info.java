/**
 * What was refused before anyone's identity was proven: recorded within bounds, by day.
 *
 * <p>Start at {@link daybook.commandside.refusal.Refusals}. Called by the doors.
 */
package daybook.commandside.refusal;
