// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

import daybook.commandside.command.CommandFit;
import daybook.commandside.command.catalog.CommandTypes;
import daybook.commandside.operator.Desk;
import daybook.commandside.operator.OperatorProblem;
import daybook.domain.Directory;
import daybook.domain.Outcome;
import daybook.domain.access.NotFound;
import daybook.domain.access.Permission;
import daybook.domain.command.CommandId;
import daybook.domain.command.CommandIntent.AskCommandTarget;
import daybook.domain.command.CommandTarget;
import daybook.domain.enrollment.EnrollmentId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Judges what operators order of a device, and queues it; the answer is the command. */
@Component
class CommandDesk {
  private final Desk desk;
  private final Directory directory;
  private final CommandQueueing queueing;
  private final Clock clock;

  CommandDesk(Desk desk, Directory directory, CommandQueueing queueing, Clock clock) {
    this.desk = desk;
    this.directory = directory;
    this.queueing = queueing;
    this.clock = clock;
  }

  /**
   * Takes an order.
   *
   * @param device by the number of the API
   * @param reading makes the order, in sight of what the device can take
   * @param objection what is answered when it can't take the command, from the reason in words;
   *     null: that isn't asked
   */
  ResponseEntity<Object> order(
      long device,
      Function<CommandTarget, CommandOrder> reading,
      Function<String, String> objection,
      HttpServletRequest request) {
    EnrollmentId enrollment =
        directory
            .device(device)
            .map(EnrollmentId::of)
            .orElseThrow(() -> new NotFound("No EnrolledDevice matches the given query."));
    CommandTarget target = desk.ask(now -> new AskCommandTarget(enrollment, now), request);
    CommandOrder order = reading.apply(target);
    Optional<Permission> lacking = lacking(order, request);
    if (lacking.isPresent()) {
      return detail(
          HttpStatus.FORBIDDEN,
          "You need %s to order %s.".formatted(lacking.get().value(), order.requestType()));
    }
    Optional<String> unfit =
        order.force() || objection == null ? Optional.empty() : unfit(order, target);
    return unfit.isPresent()
        ? detail(HttpStatus.BAD_REQUEST, objection.apply(unfit.get()))
        : queue(enrollment, device, order, request);
  }

  /** Takes an order whatever is known of the device, for who orders it knows what it is. */
  ResponseEntity<Object> orderUnjudged(
      long device, Function<CommandTarget, CommandOrder> reading, HttpServletRequest request) {
    return order(device, reading, null, request);
  }

  private ResponseEntity<Object> queue(
      EnrollmentId enrollment, long device, CommandOrder order, HttpServletRequest request) {
    CommandId id = CommandId.of(UUID.randomUUID().toString());
    Instant now = clock.instant();
    Outcome<Void> outcome = queueing.queue(enrollment, id, order, now, desk.origin(request));
    return outcome
        .refusal()
        .map(OperatorProblem::of)
        .orElseGet(
            () ->
                ResponseEntity.status(HttpStatus.CREATED)
                    .body(QueuedCommand.of(id, device, order, now)));
  }

  /** What the account lacks: some commands have a permission of their own, and so has force. */
  private Optional<Permission> lacking(CommandOrder order, HttpServletRequest request) {
    Permission own =
        CommandTypes.find(order.requestType()).flatMap(type -> type.permission()).orElse(null);
    if (own != null && !desk.account(request).may(own)) {
      return Optional.of(own);
    }
    return order.force() && !desk.account(request).may(Permission.FORCE_COMMAND)
        ? Optional.of(Permission.FORCE_COMMAND)
        : Optional.empty();
  }

  private static Optional<String> unfit(CommandOrder order, CommandTarget target) {
    return CommandTypes.find(order.requestType())
        .flatMap(type -> CommandFit.objection(type, target, true));
  }

  private static ResponseEntity<Object> detail(HttpStatus status, String text) {
    return ResponseEntity.status(status).body(Map.of("detail", text));
  }
}
