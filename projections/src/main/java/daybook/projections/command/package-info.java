/**
 * Each command of each device, from its queueing to its end.
 *
 * <p>Start at {@link daybook.projections.command.CommandFold}. The API reads it.
 */
package daybook.projections.command;
