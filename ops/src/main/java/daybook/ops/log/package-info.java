/**
 * The log, opened: everything that a server, a tool or a test needs to read, to seal and to send.
 *
 * <p>Start at {@link daybook.ops.log.OpenLog}. The parts lie below: {@code json} (stored form),
 * {@code store} (the file), {@code axon} (intents). Others use the ports of the domain.
 */
package daybook.ops.log;
