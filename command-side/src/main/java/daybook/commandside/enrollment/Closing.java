// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandCancelled;
import daybook.domain.command.CommandEvent.CommandExpired;
import daybook.domain.command.CommandEvent.CommandFailed;
import daybook.domain.command.CommandEvent.CommandRefused;
import daybook.domain.command.CommandEvent.CommandResultTooLarge;
import daybook.domain.command.CommandEvent.CommandStuck;
import daybook.domain.command.CommandEvent.CommandUnconfirmed;
import daybook.domain.command.CommandId;

/**
 * How an event ends a command.
 *
 * @param answered by the device; else it was given up, and an answer may still come
 */
record Closing(CommandId command, String requestType, boolean answered) {

  /** The ending that an event is, or null. */
  static Closing by(DomainEvent event) {
    Closing answer = answer(event);
    return answer != null ? answer : givenUp(event);
  }

  private static Closing answer(DomainEvent event) {
    if (event instanceof CommandAcknowledged it) {
      return new Closing(it.command(), it.requestType(), true);
    }
    if (event instanceof CommandFailed it) {
      return new Closing(it.command(), it.requestType(), true);
    }
    if (event instanceof CommandRefused it) {
      return new Closing(it.command(), it.requestType(), true);
    }
    if (event instanceof CommandResultTooLarge it) {
      return new Closing(it.command(), it.requestType(), true);
    }
    return null;
  }

  private static Closing givenUp(DomainEvent event) {
    if (event instanceof CommandStuck it) {
      return new Closing(it.command(), it.requestType(), false);
    }
    if (event instanceof CommandUnconfirmed it) {
      return new Closing(it.command(), it.requestType(), false);
    }
    if (event instanceof CommandCancelled it) {
      return new Closing(it.command(), it.requestType(), false);
    }
    if (event instanceof CommandExpired it) {
      return new Closing(it.command(), it.requestType(), false);
    }
    return null;
  }
}
