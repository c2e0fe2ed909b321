/**
 * What an operator may do at the machine itself: the first start, and the loopback door through
 * which {@code ops/daybook} asks the running server. Start at {@link daybook.ops.control.Controls},
 * the list of what can be asked; used by the main class and by {@code daybook.ops.cli}.
 */
package daybook.ops.control;
