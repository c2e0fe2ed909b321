// SPDX-License-Identifier: Apache-2.0
package daybook.domain.escrow;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.Secret;
import daybook.domain.enrollment.Channel;

/** Everything that can have happened in a device's escrow; stream {@code enrollment:<id>}. */
public sealed interface EscrowEvent extends DomainEvent {

  /** The device has given its bootstrap token into the server's keeping. */
  @EventName("BootstrapTokenEscrowed")
  record BootstrapTokenEscrowed(Secret token, Boolean awaitingConfiguration)
      implements EscrowEvent {}

  /** The device has taken its bootstrap token back. */
  @EventName("BootstrapTokenRemoved")
  record BootstrapTokenRemoved(Boolean awaitingConfiguration) implements EscrowEvent {}

  /**
   * The device has asked for its bootstrap token and got it.
   *
   * @param sequence in this stream, of the event by which it was given into keeping
   */
  @EventName("BootstrapTokenReleased")
  record BootstrapTokenReleased(long sequence) implements EscrowEvent {}

  /**
   * The device has asked for its bootstrap token and got empty data.
   *
   * @param escrowed whether one is kept, of a former enrollment
   */
  @EventName("BootstrapTokenWithheld")
  record BootstrapTokenWithheld(boolean escrowed) implements EscrowEvent {}

  /** The device has given the token that clears its passcode into the server's keeping. */
  @EventName("UnlockTokenEscrowed")
  record UnlockTokenEscrowed(Channel channel, Secret token) implements EscrowEvent {}
}
