// SPDX-License-Identifier: Apache-2.0
package daybook.projections.command;

import java.time.Instant;
import java.util.List;

/**
 * One command.
 *
 * @param stream of its enrollment
 * @param channel the device's or a user's
 * @param command its CommandUUID
 * @param name what it is called in the API
 * @param notBefore null: at once
 * @param deliveredAt when it last went out, or null
 * @param status the last word of the device on it, Apple's own; null while it has said none
 * @param reportedAt when it said so, or null
 * @param errors of the last report
 * @param report sequence of the event that holds the last report, or null
 * @param end what ended it, as the name of an event; null while it waits or is out
 * @param takenBack whether an operator took it back
 */
public record CommandView(
    String stream,
    String channel,
    String command,
    String name,
    String requestType,
    Instant notBefore,
    Instant queuedAt,
    Instant deliveredAt,
    String status,
    Instant reportedAt,
    List<Error> errors,
    Long report,
    String end,
    boolean takenBack,
    Instant updatedAt) {
  /** One link of an error chain. */
  public record Error(String domain, long code) {}

  CommandView delivered(Instant at) {
    return new CommandView(
        stream,
        channel,
        command,
        name,
        requestType,
        notBefore,
        queuedAt,
        at,
        status,
        reportedAt,
        errors,
        report,
        end,
        takenBack,
        at);
  }

  CommandView reported(String word, List<Error> chain, Long sequence, Instant at) {
    return new CommandView(
        stream,
        channel,
        command,
        name,
        requestType,
        notBefore,
        queuedAt,
        deliveredAt,
        word,
        at,
        chain,
        sequence,
        end,
        takenBack,
        at);
  }

  CommandView ended(String event, Instant at) {
    return new CommandView(
        stream,
        channel,
        command,
        name,
        requestType,
        notBefore,
        queuedAt,
        deliveredAt,
        status,
        reportedAt,
        errors,
        report,
        event,
        takenBack,
        at);
  }

  CommandView takenBack(Instant at) {
    return new CommandView(
        stream,
        channel,
        command,
        name,
        requestType,
        notBefore,
        queuedAt,
        deliveredAt,
        status,
        reportedAt,
        errors,
        report,
        end,
        true,
        at);
  }
}
