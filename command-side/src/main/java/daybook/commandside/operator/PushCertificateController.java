// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.commandside.door.Origins;
import daybook.commandside.push.PushCertificateFiles;
import daybook.domain.Catchup;
import daybook.domain.Log;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Subject;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.NotFound;
import daybook.domain.access.Requires;
import daybook.domain.push.PushCertificate;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Push certificates: added with their keys, renewed, shown without them. There is no way to remove
 * one, for devices that enrolled with its topic need it as long as they live.
 */
@RestController
class PushCertificateController {
  static final String NO_SUCH = "No PushCertificate matches the given query.";

  /** Certificates have no view but the audit trail. */
  private static final String TRAIL = "audit";

  private static final Duration CATCH_UP = Duration.ofSeconds(2);
  private static final String LIST = "/api/mdm/push_certificates/";
  private static final String ONE = LIST + "{number:[0-9]+}/";

  private final PushCertificateHistory history;
  private final PushCertificateFiles files;
  private final Origins origins;
  private final Log log;
  private final Catchup catchup;

  PushCertificateController(
      PushCertificateHistory history,
      PushCertificateFiles files,
      Origins origins,
      Log log,
      Catchup catchup) {
    this.history = history;
    this.files = files;
    this.origins = origins;
    this.log = log;
    this.catchup = catchup;
  }

  @GetMapping(LIST)
  @Requires(value = "mdm.view_pushcertificate", name = "Push Certificate List")
  Page<PushCertificateEntry> list(HttpServletRequest request) {
    String name = request.getParameter("name");
    List<PushCertificateEntry> wanted =
        history.all().stream()
            .filter(it -> name == null || name.isEmpty() || it.name().equals(name))
            .toList();
    return Page.of(wanted, request);
  }

  @GetMapping(ONE)
  @Requires(value = "mdm.view_pushcertificate", name = "Push Certificate Detail")
  PushCertificateEntry get(@PathVariable("number") long number) {
    return history.find(number).orElseThrow(() -> new NotFound(NO_SUCH));
  }

  @PostMapping(LIST)
  @Requires(value = "mdm.add_pushcertificate", name = "Push Certificate List")
  ResponseEntity<Object> add(
      @RequestBody(required = false) Object body,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    PushCertificateInput input = PushCertificateInput.read(body);
    Outcome<PushCertificate> outcome =
        files.addPushCertificate(
            input.name(),
            input.certificate(),
            input.privateKey(),
            input.password(),
            origin(request, account));
    return answer(outcome, HttpStatus.CREATED);
  }

  @PutMapping(ONE)
  @Requires(value = "mdm.change_pushcertificate", name = "Push Certificate Detail")
  ResponseEntity<Object> renew(
      @PathVariable("number") long number,
      @RequestBody(required = false) Object body,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    PushCertificateEntry present = get(number);
    PushCertificateInput input = PushCertificateInput.read(body);
    Outcome<PushCertificate> outcome =
        files.replacePushCertificate(
            present.id(),
            input.name(),
            input.certificate(),
            input.privateKey(),
            input.password(),
            origin(request, account));
    return answer(outcome, HttpStatus.OK);
  }

  private ResponseEntity<Object> answer(Outcome<PushCertificate> outcome, HttpStatus status) {
    if (outcome.isAccepted()) {
      catchup.await(TRAIL, log.head(), CATCH_UP);
    }
    return outcome
        .refusal()
        .map(OperatorProblem::of)
        .orElseGet(() -> ResponseEntity.status(status).body(get(outcome.reply().number())));
  }

  private Origin origin(HttpServletRequest request, Object account) {
    return origins.of(
        request,
        CurrentAccount.actor(account),
        Subject.of(CurrentAccount.in(account).account().stream()));
  }
}
