// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.commandside.door.Origins;
import daybook.domain.Directory;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Subject;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.NotFound;
import daybook.domain.access.Requires;
import daybook.domain.command.CommandId;
import daybook.domain.enrollment.EnrollmentId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A command of any type for one device, written by an operator. */
@RestController
class CustomCommandController {
  private final Directory directory;
  private final CommandQueueing queueing;
  private final Origins origins;
  private final Clock clock;

  CustomCommandController(
      Directory directory, CommandQueueing queueing, Origins origins, Clock clock) {
    this.directory = directory;
    this.queueing = queueing;
    this.origins = origins;
    this.clock = clock;
  }

  @PostMapping("/api/mdm/devices/{device:[0-9]+}/send_custom_command/")
  @Requires(value = "mdm.add_devicecommand", name = "Send Custom Enrolled Device Command")
  ResponseEntity<Object> send(
      @PathVariable("device") long device,
      @RequestBody(required = false) Object body,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    EnrollmentId enrollment =
        directory
            .device(device)
            .map(EnrollmentId::of)
            .orElseThrow(() -> new NotFound("No EnrolledDevice matches the given query."));
    CustomCommand command = CustomCommand.read(body);
    CommandId id = CommandId.of(UUID.randomUUID().toString());
    Instant now = clock.instant();
    Origin origin =
        origins.of(
            request,
            CurrentAccount.actor(account),
            Subject.of(CurrentAccount.in(account).account().stream()));
    Outcome<Void> outcome = queueing.queue(enrollment, id, command, now, origin);
    return outcome
        .refusal()
        .map(OperatorProblem::of)
        .orElseGet(
            () ->
                ResponseEntity.status(HttpStatus.CREATED)
                    .body(QueuedCommand.of(id, device, CommandQueueing.CUSTOM, now)));
  }
}
