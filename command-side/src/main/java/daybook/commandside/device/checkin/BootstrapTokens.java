// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.domain.Intents;
import daybook.domain.Log;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.StreamId;
import daybook.domain.Vault;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenEscrowed;
import daybook.domain.escrow.EscrowIntent.ReleaseBootstrapToken;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Gives a Mac its bootstrap token back: the enrollment says where in its stream the token stands,
 * and it is opened for this answer alone. Without one the answer is empty data.
 */
@Component
class BootstrapTokens {
  private static final String ESCROWED = "BootstrapTokenEscrowed";

  private final Intents intents;
  private final Log log;
  private final Vault vault;

  BootstrapTokens(Intents intents, Log log, Vault vault) {
    this.intents = intents;
    this.log = log;
    this.vault = vault;
  }

  Outcome<ResponseEntity<byte[]>> release(Telling telling, Origin origin) {
    Outcome<Optional<Long>> released =
        intents.send(
            new ReleaseBootstrapToken(
                telling.enrollment(),
                telling.now(),
                telling.caller().sha256(),
                telling.hourlyEvents()),
            origin);
    return released.map(
        sequence -> {
          byte[] token =
              sequence
                  .flatMap(at -> open(telling.enrollment().stream(), at))
                  .orElseGet(() -> new byte[0]);
          return CheckinMessage.plist(Map.of("BootstrapToken", token));
        });
  }

  /** Empty when its key was dropped in between. */
  private Optional<byte[]> open(StreamId stream, long sequence) {
    return log.stream(stream, sequence, 1).stream()
        .filter(entry -> entry.sequence() == sequence)
        .map(entry -> (BootstrapTokenEscrowed) entry.event())
        .findFirst()
        .flatMap(event -> vault.open(event.token().sealed(), ESCROWED, "token"));
  }
}
