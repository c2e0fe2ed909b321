// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

import daybook.commandside.operator.Desk;
import daybook.commandside.operator.OperatorProblem;
import daybook.domain.Catchup;
import daybook.domain.Directory;
import daybook.domain.Log;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.NotFound;
import daybook.domain.access.Requires;
import daybook.domain.command.CommandId;
import daybook.domain.command.CommandIntent.CancelCommand;
import daybook.domain.enrollment.EnrollmentId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Takes commands back that no device has got yet. */
@RestController
class WaitingCommandController {
  private static final String FEATURE = "command";
  private static final Duration CATCH_UP = Duration.ofSeconds(2);

  private final Desk desk;
  private final Directory directory;
  private final Log log;
  private final Catchup catchup;

  WaitingCommandController(Desk desk, Directory directory, Log log, Catchup catchup) {
    this.desk = desk;
    this.directory = directory;
    this.log = log;
    this.catchup = catchup;
  }

  @DeleteMapping(
      "/api/mdm/devices/commands/{uuid:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}/")
  @Requires(value = "mdm.delete_devicecommand", name = "Enrolled Device Command")
  ResponseEntity<Object> cancel(@PathVariable("uuid") UUID uuid, HttpServletRequest request) {
    CommandId command = CommandId.of(uuid.toString());
    EnrollmentId enrollment =
        directory.deviceByCommand(command.value()).map(EnrollmentId::of).orElseThrow(this::noSuch);
    Outcome<Void> outcome = desk.tell(now -> new CancelCommand(enrollment, now, command), request);
    if (outcome.refusal().isEmpty()) {
      catchup.await(FEATURE, log.head(), CATCH_UP);
      return ResponseEntity.noContent().build();
    }
    Outcome.Refused<Void> refused = outcome.refusal().get();
    if (refused.reason() == Refusal.COMMAND_UNKNOWN) {
      throw noSuch();
    }
    return refused.reason() == Refusal.ALREADY_DELIVERED
        ? ResponseEntity.badRequest()
            .body(List.of("This command has already been sent to the device and cannot be deleted"))
        : OperatorProblem.of(refused);
  }

  private NotFound noSuch() {
    return new NotFound("No DeviceCommand matches the given query.");
  }
}
