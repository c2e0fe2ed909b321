/**
 * What every door does alike before it looks at what is said: a request's id, the address it came
 * from, how much of a body is read.
 *
 * <p>Start at {@link daybook.commandside.door.Origins} and {@link
 * daybook.commandside.door.BoundedBody}. All doors may use it; it knows none of them.
 */
package daybook.commandside.door;
