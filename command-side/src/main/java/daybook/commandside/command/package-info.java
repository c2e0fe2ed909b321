/**
 * Apple's commands as the server handles them: how often each may go out, how its answer is sealed,
 * and how its property list is made.
 *
 * <p>Start at {@link daybook.commandside.command.MdmCommands}. Doors and policies may use it.
 */
package daybook.commandside.command;
