// SPDX-License-Identifier: Apache-2.0
package daybook.ui.enrollment;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Outcome.Refused;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.NotFound;
import daybook.domain.access.Permission;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfigurationManagement;
import daybook.ui.access.PageOrigins;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the buttons of the enrollment pages do. Each leads back to a page. */
@Controller
class EnrollmentActions {
  private static final String TO = "redirect:" + EnrollmentPages.LIST;
  private static final Map<String, String> LABELS =
      Map.of(
          "name", "Name",
          "display_name", "Name on the device",
          "scep_issuer", "Identities from",
          "push_certificate", "Push certificate",
          "meta_business_unit", "Business unit",
          "tags", "Tags",
          "serial_numbers", "Serial numbers",
          "udids", "UDIDs",
          "quota", "Devices at most",
          "expires_at", "Ends at");

  private final EnrollmentConfigurationManagement configurations;
  private final PageOrigins origins;

  EnrollmentActions(EnrollmentConfigurationManagement configurations, PageOrigins origins) {
    this.configurations = configurations;
    this.origins = origins;
  }

  @PostMapping(path = EnrollmentPages.LIST, params = "action=create")
  String create(
      @ModelAttribute(EnrollmentPages.FORM) EnrollmentForm form,
      HttpServletRequest request,
      RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.ADD_ENROLLMENT);
    Attempt<Long> made = attempt(() -> configurations.create(form.read(null), origin));
    if (made.problem() == null) {
      return TO + made.reply() + "/";
    }
    wrong(made, form, told);
    return TO;
  }

  @PostMapping(path = EnrollmentPages.ONE, params = "action=change")
  String change(
      @PathVariable long number,
      @ModelAttribute(EnrollmentPages.FORM) EnrollmentForm form,
      HttpServletRequest request,
      RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.CHANGE_ENROLLMENT);
    ConfigurationDetails present = present(number, request);
    Attempt<Void> done = attempt(() -> configurations.change(number, form.read(present), origin));
    if (done.problem() == null) {
      told.addFlashAttribute("success", "Saved: it holds from the next device on.");
    } else {
      wrong(done, form, told);
    }
    return TO + number + "/";
  }

  @PostMapping(path = EnrollmentPages.ONE, params = "action=revoke")
  String revoke(@PathVariable long number, HttpServletRequest request, RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.CHANGE_ENROLLMENT);
    Attempt<Void> done = attempt(() -> configurations.revoke(number, origin));
    told.addFlashAttribute(
        done.problem() == null ? "success" : "problem",
        done.problem() == null ? "Nobody gets in by it any more." : done.problem());
    return TO + number + "/";
  }

  @PostMapping(path = EnrollmentPages.ONE, params = "action=delete")
  String delete(@PathVariable long number, HttpServletRequest request, RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.DELETE_ENROLLMENT);
    Attempt<Void> done = attempt(() -> configurations.delete(number, origin));
    if (done.problem() == null) {
      return TO;
    }
    told.addFlashAttribute("problem", done.problem());
    return TO + number + "/";
  }

  private ConfigurationDetails present(long number, HttpServletRequest request) {
    Outcome<List<ConfigurationState>> all = configurations.all(origins.asking(request));
    return all.isAccepted()
        ? all.reply().stream()
            .map(ConfigurationState::configuration)
            .filter(it -> it.number() == number)
            .findFirst()
            .orElseThrow(() -> new NotFound("There is no enrollment configuration " + number))
            .details()
        : null;
  }

  /** What came of a step: a reply, or a sentence about what is wrong. */
  private record Attempt<R>(R reply, String problem) {}

  private static <R> Attempt<R> attempt(Supplier<Outcome<R>> step) {
    try {
      Outcome<R> outcome = step.get();
      return outcome
          .refusal()
          .map(refused -> new Attempt<R>(null, problem(refused)))
          .orElseGet(() -> new Attempt<>(outcome.reply(), null));
    } catch (InvalidInput e) {
      return new Attempt<>(null, sentence(e));
    }
  }

  private static void wrong(Attempt<?> attempt, EnrollmentForm form, RedirectAttributes told) {
    told.addFlashAttribute("problem", attempt.problem());
    told.addFlashAttribute(EnrollmentPages.FORM, form);
  }

  private static String problem(Refused<?> refused) {
    return switch (refused.reason()) {
      case NAME_TAKEN -> "Another enrollment configuration has this name.";
      case IN_USE -> "Devices have come in by it, or are about to: it can only be revoked.";
      case CONFIGURATION_UNKNOWN -> "This enrollment configuration is gone.";
      default -> "Nothing can be recorded now. Try again.";
    };
  }

  private static String sentence(InvalidInput input) {
    return input.fields().entrySet().stream()
        .map(it -> LABELS.getOrDefault(it.getKey(), it.getKey()) + ": " + texts(it.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String texts(Object problem) {
    return problem instanceof Collection<?> texts
        ? texts.stream().map(String::valueOf).collect(Collectors.joining(" "))
        : String.valueOf(problem);
  }
}
