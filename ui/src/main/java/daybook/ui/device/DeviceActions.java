// SPDX-License-Identifier: Apache-2.0
package daybook.ui.device;

import daybook.domain.Catchup;
import daybook.domain.Directory;
import daybook.domain.Intents;
import daybook.domain.Log;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.NotFound;
import daybook.domain.access.Permission;
import daybook.domain.certificate.Revocations;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent;
import daybook.domain.enrollment.EnrollmentIntent.ArchiveDevice;
import daybook.domain.enrollment.EnrollmentIntent.BlockDevice;
import daybook.domain.enrollment.EnrollmentIntent.UnarchiveDevice;
import daybook.domain.enrollment.EnrollmentIntent.UnblockDevice;
import daybook.domain.retirement.Retirements;
import daybook.ui.access.PageOrigins;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the buttons of a device's page do; each leads back to the page. */
@Controller
class DeviceActions {
  private static final String PAGE = "/devices/{number}/";
  private static final String FEATURE = "command";
  private static final Duration CATCH_UP = Duration.ofSeconds(2);

  private final Directory directory;
  private final Intents intents;
  private final Retirements retirements;
  private final Revocations revocations;
  private final PageOrigins origins;
  private final Log log;
  private final Catchup catchup;
  private final Clock clock;

  DeviceActions(
      Directory directory,
      Intents intents,
      Retirements retirements,
      Revocations revocations,
      PageOrigins origins,
      Log log,
      Catchup catchup,
      Clock clock) {
    this.directory = directory;
    this.intents = intents;
    this.retirements = retirements;
    this.revocations = revocations;
    this.origins = origins;
    this.log = log;
    this.catchup = catchup;
    this.clock = clock;
  }

  @PostMapping(path = PAGE, params = "action=block")
  String block(@PathVariable long number, HttpServletRequest request, RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.CHANGE_DEVICES);
    return done(number, tell(BlockDevice::new), origin, told);
  }

  @PostMapping(path = PAGE, params = "action=unblock")
  String unblock(@PathVariable long number, HttpServletRequest request, RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.CHANGE_DEVICES);
    return done(number, tell(UnblockDevice::new), origin, told);
  }

  @PostMapping(path = PAGE, params = "action=archive")
  String archive(@PathVariable long number, HttpServletRequest request, RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.ARCHIVE_DEVICES);
    return done(number, tell(ArchiveDevice::new), origin, told);
  }

  @PostMapping(path = PAGE, params = "action=unarchive")
  String unarchive(@PathVariable long number, HttpServletRequest request, RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.UNARCHIVE_DEVICES);
    return done(number, tell(UnarchiveDevice::new), origin, told);
  }

  @PostMapping(path = PAGE, params = "action=unenroll")
  String unenroll(@PathVariable long number, HttpServletRequest request, RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.UNENROLL_DEVICES);
    return done(number, retirements::retire, origin, told);
  }

  @PostMapping(path = PAGE, params = "action=revoke")
  String revoke(@PathVariable long number, HttpServletRequest request, RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.REVOKE_IDENTITIES);
    return done(number, revocations::revoke, origin, told);
  }

  private BiFunction<EnrollmentId, Origin, Outcome<Void>> tell(
      BiFunction<EnrollmentId, Instant, EnrollmentIntent<Void>> intent) {
    return (enrollment, origin) -> intents.send(intent.apply(enrollment, clock.instant()), origin);
  }

  private String done(
      long number,
      BiFunction<EnrollmentId, Origin, Outcome<Void>> telling,
      Origin origin,
      RedirectAttributes told) {
    telling
        .apply(device(number), origin)
        .refusal()
        .ifPresentOrElse(
            refused -> told.addFlashAttribute("problem", problem(refused.reason())),
            () -> catchup.await(FEATURE, log.head(), CATCH_UP));
    return "redirect:/devices/" + number + "/";
  }

  private EnrollmentId device(long number) {
    return directory
        .device(number)
        .map(EnrollmentId::of)
        .orElseThrow(() -> new NotFound("There is no device " + number));
  }

  private static String problem(Refusal reason) {
    return switch (reason) {
      case ALREADY_BLOCKED -> "The device was blocked already.";
      case NOT_BLOCKED -> "The device was not blocked.";
      case ALREADY_ARCHIVED -> "The device was archived already.";
      case NOT_ARCHIVED -> "The device was not archived.";
      case RETIREMENT_PENDING -> "The device is being unenrolled already.";
      case DEVICE_RETIRED, UNENROLLED -> "The device is not managed any more.";
      case NOT_ENROLLED -> "The device is not enrolled.";
      case DEVICE_BLOCKED -> "The device is blocked.";
      case CERTIFICATE_REVOKED -> "The identity of the device is revoked.";
      case CERTIFICATE_REPLACED -> "The device has got another identity meanwhile. Look again.";
      case PROFILE_UNKNOWN ->
          "The profile by which the device is managed is unknown; block the device instead.";
      default -> "Nothing can be recorded now. Try again.";
    };
  }
}
