// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.connect;

import daybook.domain.Log;
import daybook.domain.Vault;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.NextCommand;
import daybook.domain.enrollment.EnrollmentId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the payload of the command that goes out back from the log. */
@Component
class Payloads {
  private static final Logger LOG = LoggerFactory.getLogger(Payloads.class);

  private final Log log;
  private final Vault vault;

  Payloads(Log log, Vault vault) {
    this.log = log;
    this.vault = vault;
  }

  /**
   * The property list of a command, as it was queued; empty when its key was dropped or it can't be
   * read now. The queue offers the command again, and gives up after some times.
   */
  Optional<byte[]> of(EnrollmentId enrollment, NextCommand next) {
    try {
      return log.stream(enrollment.stream(), next.sequence(), 1).stream()
          .filter(entry -> entry.sequence() == next.sequence())
          .map(entry -> entry.event())
          .filter(CommandQueued.class::isInstance)
          .map(CommandQueued.class::cast)
          .filter(queued -> queued.command().equals(next.command()))
          .findFirst()
          .flatMap(queued -> vault.open(queued.payload().sealed(), "CommandQueued", "payload"));
    } catch (RuntimeException e) {
      // A store that fails, a value that was altered: the device must be told to come again.
      LOG.error("the payload of command {} can't be read", next.command().value(), e);
      return Optional.empty();
    }
  }
}
