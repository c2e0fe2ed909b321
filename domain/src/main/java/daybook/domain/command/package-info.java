/**
 * Apple's commands, queued for a channel of an enrollment, delivered, and reported on.
 *
 * <p>Start at {@link daybook.domain.command.CommandEvent}; they live in the enrollment's stream.
 */
package daybook.domain.command;
