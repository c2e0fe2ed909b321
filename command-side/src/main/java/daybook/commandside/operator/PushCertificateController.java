// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.Outcome;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.Requires;
import daybook.domain.push.PushCertificateManagement;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Push certificates: added with a key from elsewhere or with one that is made here, renewed,
 * deleted when nothing needs them; shown without their keys.
 */
@RestController
class PushCertificateController {
  static final String NO_SUCH = "No PushCertificate matches the given query.";
  static final String LIST = "/api/mdm/push_certificates/";
  static final String ONE = LIST + "{number:[0-9]{1,18}}/";

  private final PushCertificateManagement certificates;
  private final PushCertificateAnswers answers;

  PushCertificateController(
      PushCertificateManagement certificates, PushCertificateAnswers answers) {
    this.certificates = certificates;
    this.answers = answers;
  }

  @GetMapping(LIST)
  @Requires(value = "mdm.view_pushcertificate", name = "Push Certificate List")
  ResponseEntity<Object> list(
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account, HttpServletRequest request) {
    String name = request.getParameter("name");
    return answers.read(
        answers
            .all(request, account)
            .map(
                all ->
                    Page.of(
                        all.stream()
                            .filter(it -> name == null || name.isEmpty() || it.name().equals(name))
                            .map(PushCertificateEntry::of)
                            .toList(),
                        request)));
  }

  @GetMapping(ONE)
  @Requires(value = "mdm.view_pushcertificate", name = "Push Certificate Detail")
  ResponseEntity<Object> get(
      @PathVariable("number") long number,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    return answers.read(answers.one(number, request, account).map(PushCertificateEntry::of));
  }

  /** With a name alone a key is made here, and waits for the certificate that Apple makes. */
  @PostMapping(LIST)
  @Requires(value = "mdm.add_pushcertificate", name = "Push Certificate List")
  ResponseEntity<Object> add(
      @RequestBody(required = false) Object body,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    PushCertificateInput input = PushCertificateInput.add(body);
    Outcome<Long> outcome =
        input.files() == null
            ? certificates.createKey(input.name(), answers.origin(request, account))
            : certificates.add(input.name(), input.files(), answers.origin(request, account));
    return answers.shown(outcome, HttpStatus.CREATED, request, account);
  }

  /** Takes Apple's certificate for the key that waits here, or a certificate with its key. */
  @PutMapping(ONE)
  @Requires(value = "mdm.change_pushcertificate", name = "Push Certificate Detail")
  ResponseEntity<Object> upload(
      @PathVariable("number") long number,
      @RequestBody(required = false) Object body,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    Outcome<?> present = answers.one(number, request, account);
    if (!present.isAccepted()) {
      return answers.read(present);
    }
    PushCertificateInput input = PushCertificateInput.upload(body);
    Outcome<Long> outcome =
        certificates
            .upload(number, input.name(), input.files(), answers.origin(request, account))
            .map(done -> number);
    return answers.shown(outcome, HttpStatus.OK, request, account);
  }

  @DeleteMapping(ONE)
  @Requires(value = "mdm.delete_pushcertificate", name = "Push Certificate Detail")
  ResponseEntity<Object> delete(
      @PathVariable("number") long number,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    return answers.gone(certificates.delete(number, answers.origin(request, account)));
  }
}
