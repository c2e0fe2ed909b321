// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.door.Origins;
import daybook.commandside.refusal.Refusals;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Enrollment links: whoever has one gets a profile, and with it one certificate. */
@RestController
class EnrollController {
  private static final MediaType PROFILE =
      MediaType.parseMediaType("application/x-apple-aspen-config");
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final Enrollments enrollments;
  private final Origins origins;
  private final Refusals refusals;
  private final Clock clock;

  EnrollController(Enrollments enrollments, Origins origins, Refusals refusals, Clock clock) {
    this.enrollments = enrollments;
    this.origins = origins;
    this.refusals = refusals;
    this.clock = clock;
  }

  /**
   * The profile.
   *
   * @param signed whether inside a CMS signature of ours; tools often want the bare property list
   * @param shared whether with one challenge for many devices
   */
  @GetMapping({"/public/mdm/enroll/{secret}", "/public/mdm/enroll/{secret}/"})
  ResponseEntity<byte[]> profile(
      @PathVariable String secret,
      @RequestParam(defaultValue = "true") boolean signed,
      @RequestParam(defaultValue = "false") boolean shared,
      HttpServletRequest request) {
    Outcome<Enrollments.Terms> found =
        enrollments.find(secret, origins.asking(request, Actor.stranger()));
    // Who only looks at the headers, as previews of links do, opens no session.
    Outcome<byte[]> profile =
        !found.isAccepted() || request.getMethod().equals("HEAD")
            ? found.map(terms -> new byte[0])
            : serve(found.reply(), secret, signed, shared, request);
    if (profile.refusal().isPresent()) {
      return refuse(profile.refusal().get(), request);
    }
    return ResponseEntity.ok()
        .contentType(PROFILE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"daybook.mobileconfig\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(profile.reply());
  }

  private Outcome<byte[]> serve(
      Enrollments.Terms terms,
      String secret,
      boolean signed,
      boolean shared,
      HttpServletRequest request) {
    Origin origin = origins.of(request, Actor.stranger(), Origins.strangers(clock.instant()));
    return shared
        ? enrollments.shared(terms, secret, signed, origin)
        : enrollments.oneUse(terms, signed, origin);
  }

  private ResponseEntity<byte[]> refuse(
      Outcome.Refused<byte[]> refused, HttpServletRequest request) {
    HttpStatus status = status(refused.reason());
    refusals.refused("enroll", refused.reason(), refused.detail(), null, null, request);
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(TEXT);
    if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
      headers.set(HttpHeaders.RETRY_AFTER, status == HttpStatus.TOO_MANY_REQUESTS ? "3600" : "60");
    }
    byte[] sentence = (sentence(refused) + "\n").getBytes(StandardCharsets.UTF_8);
    return new ResponseEntity<>(sentence, headers, status);
  }

  private static HttpStatus status(Refusal reason) {
    return switch (reason) {
      case CONFIGURATION_UNKNOWN -> HttpStatus.NOT_FOUND;
      case CONFIGURATION_EXPIRED, CONFIGURATION_REVOKED, QUOTA_USED_UP -> HttpStatus.GONE;
      case SESSIONS_TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
      default -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }

  private static String sentence(Outcome.Refused<?> refused) {
    return switch (refused.reason()) {
      case CONFIGURATION_UNKNOWN -> "There is no such enrollment link.";
      case CONFIGURATION_EXPIRED, CONFIGURATION_REVOKED, QUOTA_USED_UP ->
          "This enrollment link can no longer be used.";
      case SESSIONS_TOO_MANY -> "Too many enrollments are open at this link; try again later.";
      case PUSH_CERTIFICATE_MISSING, PUBLIC_URL_MISSING, ISSUER_UNUSABLE -> refused.detail();
      default -> "Daybook can't answer now; try again in a minute.";
    };
  }
}
