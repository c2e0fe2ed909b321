// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.commandside.door.Origins;
import daybook.domain.Catchup;
import daybook.domain.Directory;
import daybook.domain.Intents;
import daybook.domain.Log;
import daybook.domain.Outcome;
import daybook.domain.Subject;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.NotFound;
import daybook.domain.access.Requires;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent;
import daybook.domain.enrollment.EnrollmentIntent.BlockDevice;
import daybook.domain.enrollment.EnrollmentIntent.UnblockDevice;
import daybook.domain.enrollment.ShownDevices;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Keeps a device out, and lets it in again; the answer is the device. */
@RestController
class BlockController {
  private static final String ONE = "/api/mdm/devices/{device:[0-9]{1,18}}/";
  private static final String FEATURE = "command";
  private static final Duration CATCH_UP = Duration.ofSeconds(2);

  private final Directory directory;
  private final Intents intents;
  private final Origins origins;
  private final ShownDevices devices;
  private final Log log;
  private final Catchup catchup;
  private final Clock clock;

  BlockController(
      Directory directory,
      Intents intents,
      Origins origins,
      ShownDevices devices,
      Log log,
      Catchup catchup,
      Clock clock) {
    this.directory = directory;
    this.intents = intents;
    this.origins = origins;
    this.devices = devices;
    this.log = log;
    this.catchup = catchup;
    this.clock = clock;
  }

  @PostMapping(ONE + "block/")
  @Requires(value = "mdm.change_enrolleddevice", name = "Block Enrolled Device")
  ResponseEntity<Object> block(
      @PathVariable("device") long device,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    return tell(device, BlockDevice::new, account, request);
  }

  @PostMapping(ONE + "unblock/")
  @Requires(value = "mdm.change_enrolleddevice", name = "Unblock Enrolled Device")
  ResponseEntity<Object> unblock(
      @PathVariable("device") long device,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    return tell(device, UnblockDevice::new, account, request);
  }

  private ResponseEntity<Object> tell(
      long device,
      BiFunction<EnrollmentId, Instant, EnrollmentIntent<Void>> intent,
      Object account,
      HttpServletRequest request) {
    EnrollmentId enrollment =
        directory.device(device).map(EnrollmentId::of).orElseThrow(BlockController::noSuch);
    Outcome<Void> outcome =
        intents.send(
            intent.apply(enrollment, clock.instant()),
            origins.of(
                request,
                CurrentAccount.actor(account),
                Subject.of(CurrentAccount.in(account).account().stream())));
    return outcome.refusal().map(OperatorProblem::of).orElseGet(() -> shown(device));
  }

  private ResponseEntity<Object> shown(long device) {
    catchup.await(FEATURE, log.head(), CATCH_UP);
    return ResponseEntity.ok(devices.shown(device).orElseThrow(BlockController::noSuch));
  }

  private static NotFound noSuch() {
    return new NotFound("No EnrolledDevice matches the given query.");
  }
}
