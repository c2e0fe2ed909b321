// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.apns;

import java.time.Instant;

/**
 * A push that the stand-in has received.
 *
 * @param token lower-case hex
 * @param pushType the header {@code apns-push-type}, or null
 * @param expiration seconds since 1970, or null
 * @param payload the JSON body
 * @param rejected APNs' word with which it was rejected, or null
 */
public record ReceivedPush(
    Instant time,
    String token,
    String topic,
    String pushType,
    String expiration,
    String payload,
    String rejected) {}
