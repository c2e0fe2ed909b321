/**
 * What the command line asks of a running server, and what guards a home folder. Start at {@link
 * daybook.ops.control.HomeLock}.
 */
package daybook.ops.control;
