/**
 * How a type of command is described: a record with annotations, which is read once.
 *
 * <p>Start at {@link daybook.commandside.command.type.CommandType}. The records are in {@code
 * catalog}.
 */
package daybook.commandside.command.type;
