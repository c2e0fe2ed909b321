/**
 * Starting: arguments, the home folder, what is told on the console. Start at {@link
 * daybook.ops.start.Arguments}. Used by the main class alone.
 */
package daybook.ops.start;
