// SPDX-License-Identifier: Apache-2.0
package daybook.ui.push;

import daybook.domain.Outcome;
import daybook.domain.access.NotFound;
import daybook.domain.access.Permission;
import daybook.domain.push.PushCertificateManagement;
import daybook.domain.push.PushCertificateState;
import daybook.ui.access.PageOrigins;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The pages about push certificates: the list, and the steps of one. */
@Controller
class PushCertificatePages {
  static final String LIST = "/push-certificates/";
  static final String ONE = LIST + "{number:[0-9]{1,18}}/";
  static final String REQUEST = ONE + "csr/";

  private final PushCertificateManagement certificates;
  private final PageOrigins origins;
  private final Clock clock;

  PushCertificatePages(PushCertificateManagement certificates, PageOrigins origins, Clock clock) {
    this.certificates = certificates;
    this.origins = origins;
    this.clock = clock;
  }

  @GetMapping(LIST)
  String list(HttpServletRequest request, Model model) {
    Instant now = clock.instant();
    model.addAttribute(
        "certificates", all(request).stream().map(it -> PushCertificateRow.of(it, now)).toList());
    model.addAttribute("mayAdd", PageOrigins.may(request, Permission.ADD_PUSH_CERTIFICATE));
    return "push/list";
  }

  @GetMapping(ONE)
  String certificate(@PathVariable long number, HttpServletRequest request, Model model) {
    model.addAttribute("certificate", PushCertificateRow.of(one(number, request), clock.instant()));
    model.addAttribute("mayChange", PageOrigins.may(request, Permission.CHANGE_PUSH_CERTIFICATE));
    model.addAttribute("mayDelete", PageOrigins.may(request, Permission.DELETE_PUSH_CERTIFICATE));
    return "push/page";
  }

  /** The request of the key that waits, as a file. */
  @GetMapping(REQUEST)
  ResponseEntity<byte[]> request(@PathVariable long number, HttpServletRequest request) {
    PushCertificateState state = one(number, request);
    if (state.waiting() == null) {
      throw new NotFound("No key waits for a certificate.");
    }
    return file(
        "push_certificate_%d.csr".formatted(number),
        Base64.getDecoder().decode(state.waiting().request()));
  }

  static ResponseEntity<byte[]> file(String name, byte[] bytes) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(bytes);
  }

  private PushCertificateState one(long number, HttpServletRequest request) {
    return all(request).stream()
        .filter(it -> it.number() == number)
        .findFirst()
        .orElseThrow(() -> new NotFound("There is no push certificate " + number));
  }

  private List<PushCertificateState> all(HttpServletRequest request) {
    Outcome<List<PushCertificateState>> all = certificates.all(origins.asking(request));
    if (!all.isAccepted()) {
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }
    return all.reply();
  }
}
