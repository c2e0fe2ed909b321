// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.refusal.Refusals;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What enrollment links answer, to a person's browser or to a device. */
@Component
class EnrollAnswers {
  private static final MediaType PROFILE =
      MediaType.parseMediaType("application/x-apple-aspen-config");
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final Refusals refusals;

  EnrollAnswers(Refusals refusals) {
    this.refusals = refusals;
  }

  /**
   * The profile, or a sentence.
   *
   * @param door where the refusal is noted
   */
  ResponseEntity<byte[]> of(String door, Outcome<byte[]> profile, HttpServletRequest request) {
    return profile.refusal().isPresent()
        ? refuse(door, profile.refusal().get(), request)
        : profile(profile.reply());
  }

  /** A profile. */
  ResponseEntity<byte[]> profile(byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(PROFILE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"daybook.mobileconfig\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(bytes);
  }

  private ResponseEntity<byte[]> refuse(
      String door, Outcome.Refused<byte[]> refused, HttpServletRequest request) {
    HttpStatus status = status(refused.reason());
    refusals.refused(door, refused.reason(), refused.detail(), null, null, request);
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
