// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import daybook.ops.http.Answers;
import daybook.ops.http.ApiBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Reads the JSON of a request that may have a body, up to a limit. */
final class BodyReader {
  private final int limit;

  BodyReader(long limit) {
    this.limit = Math.toIntExact(limit);
  }

  /** The request to go on with; null when it was answered already. */
  HttpServletRequest read(
      HttpServletRequest request, HttpServletResponse response, List<MediaType> consumes)
      throws IOException {
    MediaType type = type(request.getContentType());
    boolean json = MediaType.APPLICATION_JSON.includes(type);
    if (!json && consumes.stream().anyMatch(known -> known.includes(type))) {
      return request;
    }
    if (request.getContentLengthLong() > limit) {
      return tooLarge(response);
    }
    byte[] body = request.getInputStream().readNBytes(limit + 1);
    if (body.length > limit) {
      return tooLarge(response);
    }
    if (body.length > 0 && !(json && consumes.stream().anyMatch(known -> known.includes(type)))) {
      String sent = request.getContentType() == null ? "" : request.getContentType();
      Answers.detail(response, 415, "Unsupported media type \"" + sent + "\" in request.");
      return null;
    }
    if (isNull(body)) {
      Answers.json(response, 400, Map.of("non_field_errors", List.of("No data provided")));
      return null;
    }
    return new ApiBody(request, body);
  }

  /** Whether a request has at least one byte of a body. */
  static boolean hasBody(HttpServletRequest request) throws IOException {
    return request.getContentLengthLong() > 0
        || (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
            && request.getInputStream().read() >= 0);
  }

  private static HttpServletRequest tooLarge(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.CONNECTION, "close");
    Answers.detail(response, 413, "The request is too large.");
    return null;
  }

  private static boolean isNull(byte[] body) {
    return body.length < 64 && new String(body, StandardCharsets.UTF_8).strip().equals("null");
  }

  private static MediaType type(String header) {
    try {
      return header == null ? null : MediaType.parseMediaType(header);
    } catch (InvalidMediaTypeException unreadable) {
      return null;
    }
  }
}
