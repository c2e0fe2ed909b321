/**
 * What operators ask of a server that was restored.
 *
 * <p>Start at {@link daybook.commandside.operator.restore.QuarantineController}.
 */
package daybook.commandside.operator.restore;
