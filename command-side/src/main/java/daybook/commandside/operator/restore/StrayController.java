// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.restore;

import daybook.commandside.operator.Desk;
import daybook.commandside.operator.Page;
import daybook.commandside.operator.Resource;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.Requires;
import daybook.domain.restore.StrayDesk;
import daybook.domain.restore.Strays.Stray;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Devices with a certificate of ours that the log doesn't know, and letting them in. */
@RestController
class StrayController {
  private static final String LIST = "/api/mdm/strays/";
  private static final Resource STRAY = new Resource("stray", "Stray", "The stray is in use");

  private final Desk desk;
  private final StrayDesk strays;

  StrayController(Desk desk, StrayDesk strays) {
    this.desk = desk;
    this.strays = strays;
  }

  /**
   * One of them.
   *
   * @param enrolledDevice the number of a device that is known by its name, or null
   * @param timesSeen at most once an hour
   */
  record Shown(
      String certificate,
      String subject,
      String issuer,
      Instant notValidBefore,
      Instant notValidAfter,
      String udid,
      Long enrolledDevice,
      int otherUdids,
      Instant firstSeenAt,
      Instant lastSeenAt,
      long timesSeen,
      Instant adoptedAt) {
    static Shown of(Stray it) {
      return new Shown(
          it.certificate(),
          it.subject(),
          it.issuer(),
          it.notBefore(),
          it.notAfter(),
          it.enrollment().value(),
          it.device() == 0 ? null : (Long) it.device(),
          it.otherNames(),
          it.firstSeenAt(),
          it.lastSeenAt(),
          it.times(),
          it.adoptedAt());
    }
  }

  @GetMapping(LIST)
  @Requires(value = "mdm.view_stray", name = "Stray List")
  Page<Shown> list(HttpServletRequest request) {
    List<Shown> all = strays.all().stream().map(Shown::of).toList();
    return Page.of(all, request);
  }

  @PostMapping(LIST + "{certificate}/adopt/")
  @Requires(value = "mdm.adopt_stray", name = "Adopt Stray")
  ResponseEntity<Object> adopt(
      @PathVariable("certificate") String certificate, HttpServletRequest request) {
    Outcome<Void> told = strays.adopt(certificate, desk.origin(request));
    if (told.refusal()
        .filter(it -> it.reason() == Refusal.CERTIFICATE_OF_ANOTHER_DEVICE)
        .isPresent()) {
      return ResponseEntity.badRequest()
          .body(Map.of("detail", "It says to be another device now, or was adopted as one."));
    }
    return desk.answer(told, STRAY, HttpStatus.OK, () -> find(certificate));
  }

  private Shown find(String certificate) {
    return strays.all().stream()
        .filter(it -> it.certificate().equals(certificate))
        .findFirst()
        .map(Shown::of)
        .orElseThrow(STRAY::noSuch);
  }
}
