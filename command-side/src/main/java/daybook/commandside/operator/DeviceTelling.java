// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.Catchup;
import daybook.domain.Directory;
import daybook.domain.Intents;
import daybook.domain.Log;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.access.NotFound;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent;
import daybook.domain.enrollment.ShownDevices;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tells a device's enrollment what an operator wants of it; the answer is the device. */
@Component
class DeviceTelling {
  private static final String FEATURE = "command";
  private static final Duration CATCH_UP = Duration.ofSeconds(2);

  private final Directory directory;
  private final Intents intents;
  private final Desk desk;
  private final ShownDevices devices;
  private final Log log;
  private final Catchup catchup;
  private final Clock clock;

  DeviceTelling(
      Directory directory,
      Intents intents,
      Desk desk,
      ShownDevices devices,
      Log log,
      Catchup catchup,
      Clock clock) {
    this.directory = directory;
    this.intents = intents;
    this.desk = desk;
    this.devices = devices;
    this.log = log;
    this.catchup = catchup;
    this.clock = clock;
  }

  /** Sends an intent to the enrollment of the device. */
  ResponseEntity<Object> tell(
      long device,
      BiFunction<EnrollmentId, Instant, EnrollmentIntent<Void>> intent,
      HttpServletRequest request) {
    return tellBy(
        device,
        (enrollment, origin) -> intents.send(intent.apply(enrollment, clock.instant()), origin),
        request);
  }

  /** Has the enrollment of the device told by what finds out more about it first. */
  ResponseEntity<Object> tellBy(
      long device,
      BiFunction<EnrollmentId, Origin, Outcome<Void>> telling,
      HttpServletRequest request) {
    EnrollmentId enrollment =
        directory.device(device).map(EnrollmentId::of).orElseThrow(DeviceTelling::noSuch);
    Origin origin = desk.origin(request);
    return telling
        .apply(enrollment, origin)
        .refusal()
        .map(OperatorProblem::of)
        .orElseGet(() -> shown(device, origin));
  }

  private ResponseEntity<Object> shown(long device, Origin asking) {
    catchup.await(FEATURE, log.head(), CATCH_UP);
    return ResponseEntity.ok(devices.shown(device, asking).orElseThrow(DeviceTelling::noSuch));
  }

  private static NotFound noSuch() {
    return new NotFound("No EnrolledDevice matches the given query.");
  }
}
