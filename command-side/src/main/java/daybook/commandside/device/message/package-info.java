/**
 * What check-in and connect share: who says a message, its fields within bounds, its sealing, and
 * how it is refused.
 *
 * <p>Start at {@link daybook.commandside.device.message.Sender}. Used by the two controllers'
 * packages alone.
 */
package daybook.commandside.device.message;
