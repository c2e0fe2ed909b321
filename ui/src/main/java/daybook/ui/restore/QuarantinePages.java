// SPDX-License-Identifier: Apache-2.0
package daybook.ui.restore;

import daybook.domain.Origin;
import daybook.domain.Outcome.Refused;
import daybook.domain.Refusal;
import daybook.domain.access.Permission;
import daybook.domain.restore.HeldCommands.HeldCommand;
import daybook.domain.restore.QuarantineDesk;
import daybook.domain.restore.StrayDesk;
import daybook.ui.access.PageOrigins;
import daybook.ui.form.Attempt;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page about the quarantine, and its button. */
@Controller
class QuarantinePages {
  private static final String PAGE = "/quarantine/";
  private static final int SHOWN = 200;

  private final QuarantineDesk quarantine;
  private final StrayDesk strays;
  private final PageOrigins origins;

  QuarantinePages(QuarantineDesk quarantine, StrayDesk strays, PageOrigins origins) {
    this.quarantine = quarantine;
    this.strays = strays;
    this.origins = origins;
  }

  @GetMapping(PAGE)
  String show(HttpServletRequest request, Model model) {
    Origin asking = origins.asking(request);
    List<HeldCommand> held = quarantine.held(asking);
    model.addAttribute("restore", quarantine.restore(asking).orElse(null));
    model.addAttribute("held", shown(held));
    model.addAttribute("count", held.size());
    model.addAttribute("mayLift", PageOrigins.may(request, Permission.LIFT_QUARANTINE));
    boolean seesStrays = PageOrigins.may(request, Permission.VIEW_STRAYS);
    model.addAttribute("strays", seesStrays ? shown(strays.all()) : List.of());
    model.addAttribute("mayAdopt", PageOrigins.may(request, Permission.ADOPT_STRAY));
    return "restore/quarantine";
  }

  @PostMapping(path = PAGE, params = "action=lift")
  String lift(
      @RequestParam(name = "confirm_count") Integer count,
      HttpServletRequest request,
      RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.LIFT_QUARANTINE);
    Attempt.of(
            () -> quarantine.lift(count, origin),
            QuarantinePages::problem,
            Map.of("confirm_count", "Number of commands"))
        .tell(told, "The quarantine is lifted.");
    return "redirect:" + PAGE;
  }

  @PostMapping(path = PAGE, params = "action=adopt")
  String adopt(
      @RequestParam String certificate, HttpServletRequest request, RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.ADOPT_STRAY);
    Attempt.of(() -> strays.adopt(certificate, origin), QuarantinePages::notAdopted, Map.of())
        .tell(told, "The device is let in when it comes next.");
    return "redirect:" + PAGE;
  }

  private static <T> List<T> shown(List<T> all) {
    return all.subList(0, Math.min(SHOWN, all.size()));
  }

  private static String notAdopted(Refused<?> refused) {
    return switch (refused.reason()) {
      case UNKNOWN -> "It is gone.";
      case CERTIFICATE_OF_ANOTHER_DEVICE -> "It says to be another device now. Look again.";
      default -> "Nothing can be recorded now. Try again.";
    };
  }

  private static String problem(Refused<?> refused) {
    return refused.reason() == Refusal.NOT_QUARANTINED
        ? "No quarantine stands."
        : "Nothing can be recorded now. Try again.";
  }
}
