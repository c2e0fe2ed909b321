// SPDX-License-Identifier: Apache-2.0
package daybook.ui.enrollment;

import daybook.domain.Outcome;
import daybook.domain.access.NotFound;
import daybook.domain.access.Permission;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfigurationManagement;
import daybook.ui.access.PageOrigins;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The pages about enrollment configurations: the list, and one with its links and its form. */
@Controller
class EnrollmentPages {
  static final String LIST = "/enrollments/";
  static final String ONE = LIST + "{number:[0-9]{1,18}}/";

  /** What a form that was wrong comes back as. */
  static final String FORM = "form";

  private final EnrollmentConfigurationManagement configurations;
  private final PageOrigins origins;
  private final Clock clock;

  EnrollmentPages(
      EnrollmentConfigurationManagement configurations, PageOrigins origins, Clock clock) {
    this.configurations = configurations;
    this.origins = origins;
    this.clock = clock;
  }

  @GetMapping(LIST)
  String list(HttpServletRequest request, Model model) {
    Instant now = clock.instant();
    model.addAttribute(
        "enrollments",
        reply(configurations.all(origins.asking(request))).stream()
            .map(it -> EnrollmentRow.of(it, now))
            .toList());
    model.addAttribute("mayAdd", PageOrigins.may(request, Permission.ADD_ENROLLMENT));
    form(EnrollmentForm.blank(), request, model);
    return "enrollment/list";
  }

  @GetMapping(ONE)
  String one(@PathVariable long number, HttpServletRequest request, Model model) {
    ConfigurationState found =
        reply(configurations.all(origins.asking(request))).stream()
            .filter(it -> it.configuration().number() == number)
            .findFirst()
            .orElseThrow(() -> new NotFound("There is no enrollment configuration " + number));
    model.addAttribute("enrollment", EnrollmentRow.of(found, clock.instant()));
    model.addAttribute("links", configurations.links(found.configuration()).orElse(null));
    model.addAttribute("mayChange", PageOrigins.may(request, Permission.CHANGE_ENROLLMENT));
    model.addAttribute("mayDelete", PageOrigins.may(request, Permission.DELETE_ENROLLMENT));
    form(EnrollmentForm.of(found.configuration().details()), request, model);
    return "enrollment/page";
  }

  private void form(EnrollmentForm usual, HttpServletRequest request, Model model) {
    model.addAttribute("choices", reply(configurations.choices(origins.asking(request))));
    if (!model.containsAttribute(FORM)) {
      model.addAttribute(FORM, usual);
    }
  }

  private static <R> R reply(Outcome<R> outcome) {
    if (!outcome.isAccepted()) {
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }
    return outcome.reply();
  }
}
