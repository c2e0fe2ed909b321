/**
 * The command line, {@code ops/daybook}. Start at {@link daybook.ops.cli.DaybookCommand}. Each
 * command asks {@link daybook.ops.cli.Daybooks}, which finds the running server or, where none
 * runs, opens the home's files itself.
 */
package daybook.ops.cli;
