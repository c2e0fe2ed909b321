// SPDX-License-Identifier: Apache-2.0
package daybook.ui.device;

import daybook.domain.Catchup;
import daybook.domain.Directory;
import daybook.domain.Intents;
import daybook.domain.Log;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Personal;
import daybook.domain.Refusal;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.access.AccountState;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.NotFound;
import daybook.domain.access.Permission;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent;
import daybook.domain.enrollment.EnrollmentIntent.ArchiveDevice;
import daybook.domain.enrollment.EnrollmentIntent.BlockDevice;
import daybook.domain.enrollment.EnrollmentIntent.UnarchiveDevice;
import daybook.domain.enrollment.EnrollmentIntent.UnblockDevice;
import daybook.domain.retirement.Retirements;
import daybook.ui.access.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.server.ResponseStatusException;
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
  private final ClientAddress address;
  private final Vault vault;
  private final Log log;
  private final Catchup catchup;
  private final Clock clock;

  DeviceActions(
      Directory directory,
      Intents intents,
      Retirements retirements,
      ClientAddress address,
      Vault vault,
      Log log,
      Catchup catchup,
      Clock clock) {
    this.directory = directory;
    this.intents = intents;
    this.retirements = retirements;
    this.address = address;
    this.vault = vault;
    this.log = log;
    this.catchup = catchup;
    this.clock = clock;
  }

  @PostMapping(path = PAGE, params = "action=block")
  String block(
      @PathVariable long number,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request,
      RedirectAttributes told) {
    return change(number, Permission.CHANGE_DEVICES, BlockDevice::new, account, request, told);
  }

  @PostMapping(path = PAGE, params = "action=unblock")
  String unblock(
      @PathVariable long number,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request,
      RedirectAttributes told) {
    return change(number, Permission.CHANGE_DEVICES, UnblockDevice::new, account, request, told);
  }

  @PostMapping(path = PAGE, params = "action=unenroll")
  String unenroll(
      @PathVariable long number,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request,
      RedirectAttributes told) {
    return done(number, Permission.UNENROLL_DEVICES, retirements::retire, account, request, told);
  }

  @PostMapping(path = PAGE, params = "action=archive")
  String archive(
      @PathVariable long number,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request,
      RedirectAttributes told) {
    return change(number, Permission.ARCHIVE_DEVICES, ArchiveDevice::new, account, request, told);
  }

  @PostMapping(path = PAGE, params = "action=unarchive")
  String unarchive(
      @PathVariable long number,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request,
      RedirectAttributes told) {
    return change(
        number, Permission.UNARCHIVE_DEVICES, UnarchiveDevice::new, account, request, told);
  }

  private String change(
      long number,
      Permission permission,
      BiFunction<EnrollmentId, Instant, EnrollmentIntent<Void>> intent,
      Object account,
      HttpServletRequest request,
      RedirectAttributes told) {
    return done(
        number,
        permission,
        (enrollment, origin) -> intents.send(intent.apply(enrollment, clock.instant()), origin),
        account,
        request,
        told);
  }

  private String done(
      long number,
      Permission permission,
      BiFunction<EnrollmentId, Origin, Outcome<Void>> telling,
      Object account,
      HttpServletRequest request,
      RedirectAttributes told) {
    AccountState operator = CurrentAccount.in(account);
    if (!operator.may(permission)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    telling
        .apply(device(number), origin(request, operator))
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

  private Origin origin(HttpServletRequest request, AccountState operator) {
    Personal sealed =
        vault.personal(
            Subject.of(operator.account().stream()),
            Origin.SEALED_AS,
            Origin.REMOTE_ADDRESS,
            address.of(request).getBytes(StandardCharsets.UTF_8),
            clock.instant());
    return new Origin(
        CurrentAccount.actor(operator), UUID.randomUUID().toString(), "page", sealed, null);
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
      case PROFILE_UNKNOWN ->
          "The profile by which the device is managed is unknown; block the device instead.";
      default -> "Nothing can be recorded now. Try again.";
    };
  }
}
