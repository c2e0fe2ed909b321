// SPDX-License-Identifier: Apache-2.0
package daybook.ui.issuer;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Outcome.Refused;
import daybook.domain.access.NotFound;
import daybook.domain.access.Permission;
import daybook.domain.issuer.ScepBackend;
import daybook.domain.issuer.ScepIssuer;
import daybook.domain.issuer.ScepIssuerDesk;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.issuer.ScepIssuerState;
import daybook.ui.access.PageOrigins;
import daybook.ui.form.Attempt;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages about SCEP issuers, and what their buttons do. Forms take issuers with a static
 * challenge, which are those that enrollments can name; the API takes the others.
 */
@Controller
class IssuerPages {
  private static final String LIST = "/scep-issuers/";
  private static final String ONE = LIST + "{id:[0-9a-f-]{36}}/";
  private static final String TO = "redirect:" + LIST;
  private static final String CHALLENGE = "static_challenge_kwargs";
  private static final Map<String, String> LABELS =
      Map.of("name", "Name", "url", "URL", CHALLENGE, "Challenge", "description", "Description");

  private final ScepIssuerDesk issuers;
  private final PageOrigins origins;

  IssuerPages(ScepIssuerDesk issuers, PageOrigins origins) {
    this.issuers = issuers;
    this.origins = origins;
  }

  @GetMapping(LIST)
  String list(HttpServletRequest request, Model model) {
    model.addAttribute(
        "issuers",
        issuers.all(origins.asking(request)).stream().map(ScepIssuerState::issuer).toList());
    model.addAttribute("mayAdd", PageOrigins.may(request, Permission.ADD_ISSUER));
    return "issuer/list";
  }

  @GetMapping(ONE)
  String issuer(@PathVariable String id, HttpServletRequest request, Model model) {
    ScepIssuer issuer =
        issuers.all(origins.asking(request)).stream()
            .map(ScepIssuerState::issuer)
            .filter(it -> it.id().value().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFound("There is no SCEP issuer " + id));
    boolean ofForm = issuer.backend() == ScepBackend.STATIC_CHALLENGE;
    model.addAttribute("issuer", issuer);
    model.addAttribute("ofForm", ofForm);
    model.addAttribute("mayChange", ofForm && PageOrigins.may(request, Permission.CHANGE_ISSUER));
    model.addAttribute("mayDelete", PageOrigins.may(request, Permission.DELETE_ISSUER));
    return "issuer/page";
  }

  @PostMapping(path = LIST, params = "action=add")
  String add(
      @RequestParam Map<String, String> form, HttpServletRequest request, RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.ADD_ISSUER);
    Attempt<ScepIssuerId> added = attempt(() -> issuers.add(fields(form), origin));
    added.tell(told, null);
    return added.good() ? TO + added.reply().value() + "/" : TO;
  }

  @PostMapping(path = ONE, params = "action=change")
  String change(
      @PathVariable String id,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.CHANGE_ISSUER);
    attempt(() -> issuers.change(new ScepIssuerId(id), fields(form), origin))
        .tell(told, "New profiles have it so from now on.");
    return TO + id + "/";
  }

  @PostMapping(path = ONE, params = "action=delete")
  String delete(@PathVariable String id, HttpServletRequest request, RedirectAttributes told) {
    Origin origin = origins.doing(request, Permission.DELETE_ISSUER);
    Attempt<Void> deleted = attempt(() -> issuers.remove(new ScepIssuerId(id), origin));
    deleted.tell(told, null);
    return deleted.good() ? TO : TO + id + "/";
  }

  /** A form's fields as the API has them. */
  private static Map<String, Object> fields(Map<String, String> form) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String name : new String[] {"name", "description", "url", "key_size", "key_usage"}) {
      fields.put(name, form.getOrDefault(name, ""));
    }
    fields.replace("key_size", whole(form.get("key_size")));
    fields.replace("key_usage", whole(form.get("key_usage")));
    fields.put("backend", ScepBackend.STATIC_CHALLENGE.name());
    fields.put(CHALLENGE, Map.of("challenge", form.getOrDefault("challenge", "")));
    return fields;
  }

  /** A number where it is one; the desk tells what is wrong. */
  private static Object whole(String text) {
    return text != null && text.matches("[0-9]{1,5}") ? (Object) Integer.valueOf(text) : text;
  }

  private static <R> Attempt<R> attempt(Supplier<Outcome<R>> step) {
    return Attempt.of(step, IssuerPages::problem, LABELS);
  }

  private static String problem(Refused<?> refused) {
    return switch (refused.reason()) {
      case NAME_TAKEN -> "This name is taken.";
      case IN_USE -> "Enrollments name it, so it can't be deleted.";
      case UNKNOWN -> "It is gone.";
      default -> "Nothing can be recorded now. Try again.";
    };
  }
}
