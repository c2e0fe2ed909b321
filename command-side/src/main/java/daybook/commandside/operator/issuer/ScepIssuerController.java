// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.issuer;

import daybook.commandside.issuer.IssuerSettings;
import daybook.commandside.operator.Desk;
import daybook.commandside.operator.Page;
import daybook.commandside.operator.Resource;
import daybook.domain.Outcome;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.Requires;
import daybook.domain.issuer.ScepIssuer;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.issuer.ScepIssuerIntent.AddScepIssuer;
import daybook.domain.issuer.ScepIssuerIntent.ChangeScepIssuer;
import daybook.domain.issuer.ScepIssuerIntent.ListScepIssuers;
import daybook.domain.issuer.ScepIssuerIntent.RemoveScepIssuer;
import daybook.domain.issuer.ScepIssuerState;
import daybook.domain.session.EnrollmentConfigurationIntent.ListConfigurations;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** SCEP issuers, by name; our own authority is one of them and never changes. */
@RestController
class ScepIssuerController {
  private static final String LIST = "/api/mdm/scep_issuers/";
  private static final String ONE = LIST + "{id}/";
  private static final Resource ISSUER =
      new Resource("scep issuer", "SCEPIssuer", "This SCEP issuer cannot be deleted.");

  private final Desk desk;
  private final IssuerSettings settings;
  private final ScepIssuerEntries entries;

  ScepIssuerController(Desk desk, IssuerSettings settings, ScepIssuerEntries entries) {
    this.desk = desk;
    this.settings = settings;
    this.entries = entries;
  }

  @GetMapping(LIST)
  @Requires(value = "mdm.view_scepissuer", name = "Scep Issuer List")
  Page<Map<String, Object>> list(HttpServletRequest request) {
    String name = request.getParameter("name");
    Stream<Map<String, Object>> others =
        desk.ask(ListScepIssuers::new, request).stream().map(entries::of);
    return Page.of(
        Stream.concat(Stream.of(entries.own()), others)
            .filter(it -> name == null || name.isEmpty() || it.get("name").equals(name))
            .sorted(Comparator.comparing(it -> (String) it.get("name")))
            .toList(),
        request);
  }

  @GetMapping(ONE)
  @Requires(value = "mdm.view_scepissuer", name = "Scep Issuer Detail")
  Map<String, Object> get(@PathVariable("id") UUID id, HttpServletRequest request) {
    return isOwn(id) ? entries.own() : entries.of(find(id, request));
  }

  @PostMapping(LIST)
  @Requires(
      value = "mdm.add_scepissuer",
      name = "Scep Issuer List",
      fields = ScepIssuerInput.Fields.class)
  ResponseEntity<Object> add(
      @RequestBody(required = false) Object body, HttpServletRequest request) {
    ScepIssuerInput input = named(ScepIssuerInput.read(body, null, settings::open));
    UUID id = UUID.randomUUID();
    ScepIssuer added = issuer(id, input, ScepIssuer.ADDED);
    Outcome<Void> told = desk.tell(now -> new AddScepIssuer(now, added), request);
    return desk.answer(told, ISSUER, HttpStatus.CREATED, () -> get(id, request));
  }

  @PutMapping(ONE)
  @Requires(
      value = "mdm.change_scepissuer",
      name = "Scep Issuer Detail",
      fields = ScepIssuerInput.Fields.class)
  ResponseEntity<Object> change(
      @PathVariable("id") UUID id,
      @RequestBody(required = false) Object body,
      HttpServletRequest request) {
    if (isOwn(id)) {
      return ResponseEntity.badRequest().body(List.of("This SCEP issuer cannot be updated."));
    }
    ScepIssuerInput input =
        named(ScepIssuerInput.read(body, find(id, request).issuer(), settings::open));
    ScepIssuer changed = issuer(id, input, ScepIssuer.CHANGED);
    Outcome<Void> told = desk.tell(now -> new ChangeScepIssuer(now, changed), request);
    return desk.answer(told, ISSUER, HttpStatus.OK, () -> get(id, request));
  }

  @DeleteMapping(ONE)
  @Requires(value = "mdm.delete_scepissuer", name = "Scep Issuer Detail")
  ResponseEntity<Object> remove(@PathVariable("id") UUID id, HttpServletRequest request) {
    ScepIssuerId issuer = ScepIssuerId.of(id);
    if (isOwn(id)) {
      return ISSUER.used();
    }
    find(id, request);
    if (isNamed(issuer, request)) {
      return ISSUER.used();
    }
    return desk.gone(desk.tell(now -> new RemoveScepIssuer(now, issuer), request), ISSUER);
  }

  /** Whether an enrollment configuration sends devices to it. */
  private boolean isNamed(ScepIssuerId issuer, HttpServletRequest request) {
    return desk.ask(ListConfigurations::new, request).stream()
        .anyMatch(it -> it.configuration().details().issuer().equals(issuer));
  }

  private ScepIssuer issuer(UUID id, ScepIssuerInput input, String event) {
    return new ScepIssuer(
        ScepIssuerId.of(id),
        input.name(),
        input.description(),
        1,
        input.url(),
        input.keySize(),
        input.keyUsage(),
        input.backend(),
        settings.seal(input.settings(), event));
  }

  private static ScepIssuerInput named(ScepIssuerInput input) {
    if (input.name().equals(ScepIssuerEntries.OWN_NAME)) {
      throw InvalidInput.of("name", "scep issuer with this name already exists.");
    }
    return input;
  }

  private static boolean isOwn(UUID id) {
    return ScepIssuerId.of(id).equals(ScepIssuerId.OWN);
  }

  private ScepIssuerState find(UUID id, HttpServletRequest request) {
    Optional<ScepIssuerState> found =
        desk.ask(ListScepIssuers::new, request).stream()
            .filter(it -> it.issuer().id().equals(ScepIssuerId.of(id)))
            .findFirst();
    return found.orElseThrow(ISSUER::noSuch);
  }
}
