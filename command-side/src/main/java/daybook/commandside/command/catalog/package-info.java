/**
 * Apple's commands, one record each: its keys, their types, and where it may go. A new one is its
 * record and a line in {@link daybook.commandside.command.catalog.CommandTypes}.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/commands-and-queries">Commands
 *     and queries</a>
 */
package daybook.commandside.command.catalog;
