/**
 * The door out to Apple's push service: one push wakes one channel of one device, over HTTP/2 with
 * the push certificate of its topic.
 *
 * <p>Start at {@link daybook.commandside.apple.apns.Apns}. Called by policies alone.
 */
package daybook.commandside.apple.apns;
