/**
 * The stored form of events and of their metadata: plain JSON under names of our choice. What is
 * written here is for ever.
 *
 * <p>Start at {@link daybook.ops.log.json.EventCodec}. Used by the log and by tests of samples.
 */
package daybook.ops.log.json;
