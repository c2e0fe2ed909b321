// SPDX-License-Identifier: Apache-2.0
package daybook.ui.push;

import daybook.domain.Outcome;
import daybook.domain.Outcome.Refused;
import daybook.domain.access.Permission;
import daybook.domain.push.PushCertificateManagement;
import daybook.domain.push.PushCertificateManagement.Files;
import daybook.domain.push.PushCertificateManagement.Vendor;
import daybook.ui.access.PageOrigins;
import daybook.ui.form.Attempt;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the buttons of the push certificates' pages do. Each leads back to a page. */
@Controller
class PushCertificateActions {
  private static final String TO = "redirect:";

  private final PushCertificateManagement certificates;
  private final PageOrigins origins;

  PushCertificateActions(PushCertificateManagement certificates, PageOrigins origins) {
    this.certificates = certificates;
    this.origins = origins;
  }

  @PostMapping(path = PushCertificatePages.LIST, params = "action=create")
  String create(
      @RequestParam(defaultValue = "") String name,
      HttpServletRequest request,
      RedirectAttributes told) {
    var origin = origins.doing(request, Permission.ADD_PUSH_CERTIFICATE);
    return made(attempt(() -> certificates.createKey(Fields.name(name), origin)), told);
  }

  @PostMapping(path = PushCertificatePages.LIST, params = "action=add")
  String add(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String certificate,
      @RequestParam(name = "private_key", defaultValue = "") String privateKey,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      RedirectAttributes told) {
    var origin = origins.doing(request, Permission.ADD_PUSH_CERTIFICATE);
    return made(
        attempt(
            () ->
                certificates.add(
                    Fields.name(name),
                    new Files(Fields.certificate(certificate), Fields.key(privateKey), password),
                    origin)),
        told);
  }

  @PostMapping(path = PushCertificatePages.ONE, params = "action=renew")
  String renew(@PathVariable long number, HttpServletRequest request, RedirectAttributes told) {
    var origin = origins.doing(request, Permission.CHANGE_PUSH_CERTIFICATE);
    return done(number, attempt(() -> certificates.startRenewal(number, origin)), null, told);
  }

  @PostMapping(path = PushCertificatePages.ONE, params = "action=upload")
  String upload(
      @PathVariable long number,
      @RequestParam(defaultValue = "") String certificate,
      HttpServletRequest request,
      RedirectAttributes told) {
    var origin = origins.doing(request, Permission.CHANGE_PUSH_CERTIFICATE);
    return done(
        number,
        attempt(
            () ->
                certificates.upload(
                    number, null, new Files(Fields.certificate(certificate), null, null), origin)),
        "The certificate is in use from now on.",
        told);
  }

  @PostMapping(path = PushCertificatePages.ONE, params = "action=replace")
  String replace(
      @PathVariable long number,
      @RequestParam(defaultValue = "") String certificate,
      @RequestParam(name = "private_key", defaultValue = "") String privateKey,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      RedirectAttributes told) {
    var origin = origins.doing(request, Permission.CHANGE_PUSH_CERTIFICATE);
    return done(
        number,
        attempt(
            () ->
                certificates.upload(
                    number,
                    null,
                    new Files(Fields.certificate(certificate), Fields.key(privateKey), password),
                    origin)),
        "The certificate is in use from now on.",
        told);
  }

  /** The request signed by a vendor, as a file; what is wrong is told on the page. */
  @PostMapping(PushCertificatePages.REQUEST)
  Object sign(
      @PathVariable long number,
      @RequestParam(defaultValue = "") String certificate,
      @RequestParam(name = "private_key", defaultValue = "") String privateKey,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      RedirectAttributes told) {
    var origin = origins.doing(request, Permission.CHANGE_PUSH_CERTIFICATE);
    Attempt<String> signed =
        attempt(
            () ->
                certificates.signRequest(
                    number,
                    new Vendor(Fields.certificate(certificate), Fields.key(privateKey), password),
                    origin));
    return signed.good()
        ? PushCertificatePages.file(
            "push_certificate_%d_signed_csr.b64".formatted(number),
            signed.reply().getBytes(StandardCharsets.US_ASCII))
        : done(number, signed, null, told);
  }

  @PostMapping(path = PushCertificatePages.ONE, params = "action=delete")
  String delete(@PathVariable long number, HttpServletRequest request, RedirectAttributes told) {
    var origin = origins.doing(request, Permission.DELETE_PUSH_CERTIFICATE);
    Attempt<Void> deleted = attempt(() -> certificates.delete(number, origin));
    return deleted.good() ? TO + PushCertificatePages.LIST : done(number, deleted, null, told);
  }

  private static <R> Attempt<R> attempt(Supplier<Outcome<R>> step) {
    return Attempt.of(step, PushCertificateActions::problem, Fields.LABELS);
  }

  private static String made(Attempt<Long> made, RedirectAttributes told) {
    made.tell(told, null);
    return TO + PushCertificatePages.LIST + (made.good() ? made.reply() + "/" : "");
  }

  private static String done(
      long number, Attempt<?> attempt, String success, RedirectAttributes told) {
    attempt.tell(told, success);
    return TO + PushCertificatePages.LIST + number + "/";
  }

  private static String problem(Refused<?> refused) {
    return switch (refused.reason()) {
      case NAME_TAKEN -> "Another push certificate has this name.";
      case TOPIC_TAKEN -> "A different certificate with the same topic already exists.";
      case TOPIC_CHANGED -> "The new certificate has a different topic. " + refused.detail();
      case KEY_NOT_WAITING -> "No key waits for a certificate.";
      case IN_USE -> "This push certificate cannot be deleted: " + refused.detail() + ".";
      case UNKNOWN -> "This push certificate is gone.";
      default -> "Nothing can be recorded now. Try again.";
    };
  }
}
