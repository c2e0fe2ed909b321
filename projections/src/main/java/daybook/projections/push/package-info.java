/**
 * Open pushes: the to-do view of the policy that wakes devices.
 *
 * <p>Start at {@link daybook.projections.push.PushToDo} and {@code PushFold}.
 */
package daybook.projections.push;
