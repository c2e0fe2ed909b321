// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.Outcome;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.NotFound;
import daybook.domain.access.Requires;
import daybook.domain.push.PushCertificateManagement;
import daybook.domain.push.PushCertificateState;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The certificate signing requests of keys that were made here and wait for a certificate. */
@RestController
class PushCertificateRequestController {
  private static final String REQUEST = PushCertificateController.ONE + "csr/";
  private static final String SIGNED = PushCertificateController.ONE + "signed_csr/";
  private static final MediaType PKCS10 = MediaType.parseMediaType("application/pkcs10");

  private final PushCertificateManagement certificates;
  private final PushCertificateAnswers answers;

  PushCertificateRequestController(
      PushCertificateManagement certificates, PushCertificateAnswers answers) {
    this.certificates = certificates;
    this.answers = answers;
  }

  /** The request in DER; 404 when no key waits. */
  @GetMapping(REQUEST)
  @Requires(value = "mdm.view_pushcertificate", name = "Push Certificate CSR")
  ResponseEntity<Object> download(
      @PathVariable("number") long number,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    Outcome<PushCertificateState> present = answers.one(number, request, account);
    if (!present.isAccepted()) {
      return answers.read(present);
    }
    if (present.reply().waiting() == null) {
      throw new NotFound("No key of this push certificate waits for a certificate.");
    }
    byte[] der = Base64.getDecoder().decode(present.reply().waiting().request());
    return file("push_certificate_%d.csr".formatted(number), PKCS10, der);
  }

  /** Begins a renewal with a new key, unless one waits; the present certificate stays in use. */
  @PostMapping(REQUEST)
  @Requires(value = "mdm.change_pushcertificate", name = "Push Certificate CSR")
  ResponseEntity<Object> create(
      @PathVariable("number") long number,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    Outcome<Long> outcome =
        certificates.startRenewal(number, answers.origin(request, account)).map(done -> number);
    return answers.shown(outcome, HttpStatus.CREATED, request, account);
  }

  /** The request signed by a vendor, as Apple's portal takes it. Nothing of the vendor is kept. */
  @PostMapping(SIGNED)
  @Requires(value = "mdm.change_pushcertificate", name = "Push Certificate Signed CSR")
  ResponseEntity<Object> sign(
      @PathVariable("number") long number,
      @RequestBody(required = false) Object body,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    Outcome<PushCertificateState> present = answers.one(number, request, account);
    if (!present.isAccepted()) {
      return answers.read(present);
    }
    if (present.reply().waiting() == null) {
      throw new NotFound("No key of this push certificate waits for a certificate.");
    }
    Outcome<String> signed =
        certificates.signRequest(
            number, PushCertificateInput.vendor(body), answers.origin(request, account));
    return signed.isAccepted()
        ? file(
            "push_certificate_%d_signed_csr.b64".formatted(number),
            MediaType.TEXT_PLAIN,
            signed.reply().getBytes(StandardCharsets.US_ASCII))
        : answers.read(signed);
  }

  private static ResponseEntity<Object> file(String name, MediaType type, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(bytes);
  }
}
