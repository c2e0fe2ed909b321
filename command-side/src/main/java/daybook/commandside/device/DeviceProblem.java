// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device;

import daybook.domain.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The one table from a refusal to what a device is told. 401 makes a device unenroll: it is the
 * answer to one that an operator has blocked or retired, and to no other refusal, for no device is
 * told to go by accident. 403 is never answered.
 */
public final class DeviceProblem {
  private static final String RETRY_AFTER_SECONDS = "30";
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private DeviceProblem() {}

  /** The status of a refusal. */
  public static HttpStatus status(Refusal reason) {
    return switch (reason) {
      case BODY_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case DEVICE_BLOCKED, DEVICE_RETIRED -> HttpStatus.UNAUTHORIZED;
      case USER_NOT_MANAGED -> HttpStatus.GONE;
      case BUSY, STORE_UNAVAILABLE, CLOCK_UNTRUSTED, THROTTLED -> HttpStatus.SERVICE_UNAVAILABLE;
      default -> HttpStatus.BAD_REQUEST;
    };
  }

  /** Whether it is the server's trouble, that passes by itself, and not what the caller said. */
  public static boolean passes(Refusal reason) {
    return status(reason) == HttpStatus.SERVICE_UNAVAILABLE;
  }

  /** The answer to a refusal: its name and its detail as a line of text. */
  public static ResponseEntity<byte[]> answer(Refusal reason, String detail) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(TEXT);
    if (passes(reason)) {
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    String line = reason.name().toLowerCase(Locale.ROOT) + ": " + detail + "\n";
    return new ResponseEntity<>(line.getBytes(StandardCharsets.UTF_8), headers, status(reason));
  }

  /** The answer to any method but those that devices use. */
  public static ResponseEntity<byte[]> methodNotAllowed() {
    return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
        .allow(HttpMethod.PUT, HttpMethod.POST)
        .contentType(TEXT)
        .body("method_not_allowed: devices send PUT or POST\n".getBytes(StandardCharsets.UTF_8));
  }
}
