/**
 * The view of commands that wait for devices, or are out.
 *
 * <p>Start at {@link daybook.projections.queue.QueueFold}.
 */
package daybook.projections.queue;
