// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.issuer;

import daybook.commandside.operator.Desk;
import daybook.commandside.operator.Page;
import daybook.commandside.operator.Resource;
import daybook.domain.Outcome;
import daybook.domain.access.Requires;
import daybook.domain.issuer.ScepIssuerDesk;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.issuer.ScepIssuerState;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
  private final ScepIssuerDesk issuers;
  private final ScepIssuerEntries entries;

  ScepIssuerController(Desk desk, ScepIssuerDesk issuers, ScepIssuerEntries entries) {
    this.desk = desk;
    this.issuers = issuers;
    this.entries = entries;
  }

  @GetMapping(LIST)
  @Requires(value = "mdm.view_scepissuer", name = "Scep Issuer List")
  Page<Map<String, Object>> list(HttpServletRequest request) {
    String name = request.getParameter("name");
    Stream<Map<String, Object>> others =
        issuers.all(desk.asking(request)).stream().map(entries::of);
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
    return isOwn(id) ? entries.own() : entries.of(find(ScepIssuerId.of(id), request));
  }

  @PostMapping(LIST)
  @Requires(
      value = "mdm.add_scepissuer",
      name = "Scep Issuer List",
      fields = ScepIssuerInput.Fields.class)
  ResponseEntity<Object> add(
      @RequestBody(required = false) Object body, HttpServletRequest request) {
    Outcome<ScepIssuerId> told = issuers.add(body, desk.origin(request));
    return desk.answer(
        told, ISSUER, HttpStatus.CREATED, () -> entries.of(find(told.reply(), request)));
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
    Outcome<Void> told = issuers.change(ScepIssuerId.of(id), body, desk.origin(request));
    return desk.answer(told, ISSUER, HttpStatus.OK, () -> get(id, request));
  }

  @DeleteMapping(ONE)
  @Requires(value = "mdm.delete_scepissuer", name = "Scep Issuer Detail")
  ResponseEntity<Object> remove(@PathVariable("id") UUID id, HttpServletRequest request) {
    return isOwn(id)
        ? ISSUER.used()
        : desk.gone(issuers.remove(ScepIssuerId.of(id), desk.origin(request)), ISSUER);
  }

  private static boolean isOwn(UUID id) {
    return ScepIssuerId.of(id).equals(ScepIssuerId.OWN);
  }

  private ScepIssuerState find(ScepIssuerId id, HttpServletRequest request) {
    return issuers.all(desk.asking(request)).stream()
        .filter(it -> it.issuer().id().equals(id))
        .findFirst()
        .orElseThrow(ISSUER::noSuch);
  }
}
