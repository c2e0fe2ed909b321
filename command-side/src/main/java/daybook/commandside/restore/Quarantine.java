// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.restore;

import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.restore.Restore;
import daybook.domain.restore.RestoreIntent.DescribeRestore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether commands are held, for the door that delivers them. A quarantine begins only before a
 * server starts, or by its operator's word to it; so once there is none, nobody is asked again,
 * unless there are other nodes whose operators may say it.
 */
@Component
public class Quarantine {
  private final Intents intents;
  private final Clock clock;
  private final boolean severalNodes;
  private volatile boolean over;

  public Quarantine(
      Intents intents, Clock clock, @Value("${daybook.several_nodes:false}") boolean severalNodes) {
    this.intents = intents;
    this.clock = clock;
    this.severalNodes = severalNodes;
  }

  /** The moment before which what was queued is held; empty: nothing is. */
  public Outcome<Optional<Instant>> heldBefore(Origin asking) {
    if (over) {
      return Outcome.accepted(Optional.empty());
    }
    Outcome<Optional<Restore>> asked = intents.send(new DescribeRestore(clock.instant()), asking);
    if (!asked.isAccepted()) {
      return asked.map(restore -> Optional.empty());
    }
    Optional<Restore> standing = asked.reply().filter(Restore::isQuarantined);
    over = standing.isEmpty() && !severalNodes;
    return Outcome.accepted(standing.map(Restore::heldBefore));
  }

  /** One has begun. */
  void begins() {
    over = false;
  }
}
