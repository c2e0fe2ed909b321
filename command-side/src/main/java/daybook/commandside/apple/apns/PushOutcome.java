// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.apple.apns;

import java.time.Instant;

/** What has become of a push. */
public sealed interface PushOutcome {
  /** APNs has taken it; {@code apnsId} is its id there. */
  record Accepted(String apnsId) implements PushOutcome {}

  /**
   * APNs refuses it for good.
   *
   * @param reason APNs' own word, {@code BadDeviceToken} for one
   * @param tokenInvalidatedAt since when APNs knows that the token is dead; null for other reasons
   */
  record Rejected(String reason, Instant tokenInvalidatedAt) implements PushOutcome {}

  /** No answer, or one that says "later": the push is to be repeated. */
  record Unreachable(String cause) implements PushOutcome {}

  /** The certificate can't be used: its private key isn't in the key store, or isn't its own. */
  record Unusable(String cause) implements PushOutcome {}
}
