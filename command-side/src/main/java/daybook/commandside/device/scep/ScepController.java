// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import daybook.commandside.ca.CertificateAuthority;
import daybook.commandside.ca.SigningAuthority;
import daybook.commandside.door.BoundedBody;
import daybook.commandside.door.Origins;
import daybook.commandside.refusal.Refusals;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * The SCEP server's URL: GetCACaps, GetCACert and PKIOperation, the last by GET and by POST.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8894#section-4">RFC 8894, 4</a>
 */
@RestController
class ScepController {
  /** A client takes one certificate for the authority's only with exactly this type. */
  private static final String CA_CERTIFICATE = "application/x-x509-ca-cert";

  private final CertificateAuthority authorities;
  private final PkiOperation operation;
  private final Origins origins;
  private final Refusals refusals;
  private final ScepSettings settings;
  private final Clock clock;

  ScepController(
      CertificateAuthority authorities,
      PkiOperation operation,
      Origins origins,
      Refusals refusals,
      ScepSettings settings,
      Clock clock) {
    this.authorities = authorities;
    this.operation = operation;
    this.origins = origins;
    this.refusals = refusals;
    this.settings = settings;
    this.clock = clock;
  }

  @RequestMapping(
      path = {"/public/mdm/scep", "/public/mdm/scep/"},
      method = {RequestMethod.GET, RequestMethod.POST})
  void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    ScepQuery query = new ScepQuery(request.getQueryString());
    write(
        response,
        switch (query.operation()) {
          case "GetCACaps" ->
              ScepAnswer.ok(
                  "text/plain", settings.capabilities().getBytes(StandardCharsets.US_ASCII));
          case "GetCACert" -> certificate();
          case "PKIOperation" -> operate(request, query);
          default -> refuse(request, Refusal.SCEP_OPERATION_UNKNOWN, "no operation of ours", 400);
        });
  }

  private ScepAnswer certificate() throws IOException {
    Outcome<SigningAuthority> signing = authorities.signing(clock.instant());
    return signing.isAccepted()
        ? ScepAnswer.ok(CA_CERTIFICATE, signing.reply().certificate().getEncoded())
        : ScepAnswer.later();
  }

  private ScepAnswer operate(HttpServletRequest request, ScepQuery query) throws IOException {
    long limit = settings.scepLimit().toBytes();
    byte[] message;
    if (request.getMethod().equals("POST")) {
      BoundedBody body = BoundedBody.read(request, limit);
      if (!body.whole()) {
        return refuse(request, Refusal.BODY_TOO_LARGE, "above " + limit + " bytes", 413);
      }
      message = body.bytes();
    } else {
      try {
        message = query.message();
      } catch (ScepProblem e) {
        return refuse(request, e.reason(), e.getMessage(), 400);
      }
    }
    return operation.answer(message, new Caller(request, origins, clock.instant()));
  }

  private ScepAnswer refuse(HttpServletRequest request, Refusal reason, String detail, int status) {
    refusals.refused("scep", reason, detail, null, null, request);
    return ScepAnswer.refused(status);
  }

  private static void write(HttpServletResponse response, ScepAnswer answer) throws IOException {
    response.setStatus(answer.status());
    if (answer.contentType() != null) {
      response.setContentType(answer.contentType());
    }
    if (answer.retryAfterSeconds() > 0) {
      response.setIntHeader("Retry-After", answer.retryAfterSeconds());
    }
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }
}
