// SPDX-License-Identifier: Apache-2.0
package daybook.ops.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the API that no controller gives. */
public final class Answers {
  private static final JsonMapper JSON = ApiJson.MAPPER;

  private Answers() {}

  /** An answer of one sentence, {@code {"detail": …}}. */
  public static void detail(HttpServletResponse response, int status, String text)
      throws IOException {
    json(response, status, Map.of("detail", text));
  }

  public static void json(HttpServletResponse response, int status, Object body)
      throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  /** What a defect looks like from outside; nothing of it is told. */
  public static void defect(HttpServletResponse response) throws IOException {
    json(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, DEFECT);
  }

  private static final Map<String, String> DEFECT = Map.of("error", "Server Error (500)");
}
