// SPDX-License-Identifier: Apache-2.0
package daybook.ops.contract;

import daybook.ops.http.ApiJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One request and what was answered.
 *
 * @param headers of the request, but those that name the recorded host
 * @param request the body that was sent; null: none
 * @param told the answer's headers, by lower-case name
 * @param body the answer's; a page is an object with {@code html_page}
 */
record RecordedCase(
    String name,
    String method,
    String path,
    Map<String, String> headers,
    String request,
    int status,
    Map<String, String> told,
    JsonNode body) {
  static RecordedCase read(Path file) {
    try {
      JsonNode json = ApiJson.MAPPER.readTree(Files.readAllBytes(file));
      Map<String, String> headers = texts(json.path("request_headers"));
      headers.remove("Host");
      headers.remove("X-Url-Scheme");
      return new RecordedCase(
          json.path("case").asString(),
          json.path("method").asString(),
          json.path("path").asString(),
          headers,
          body(json.path("request_body")),
          json.path("status").asInt(),
          texts(json.path("response_headers")),
          json.path("body"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RecordedCase at(String otherPath) {
    return new RecordedCase(name, method, otherPath, headers, request, status, told, body);
  }

  RecordedCase asking(String otherRequest) {
    return new RecordedCase(name, method, path, headers, otherRequest, status, told, body);
  }

  boolean isPage() {
    return body.path("html_page").asBoolean(false);
  }

  /** Bytes as ISO 8859-1 text, one character each. */
  private static String body(JsonNode sent) {
    if (sent.isNull() || sent.isMissingNode()) {
      return null;
    }
    if (sent.has("base64")) {
      byte[] bytes = Base64.getDecoder().decode(sent.get("base64").asString());
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    String text = sent.isString() ? sent.asString() : sent.toString();
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.propertyStream().forEach(e -> texts.put(e.getKey(), e.getValue().asString()));
    return texts;
  }

  @Override
  public String toString() {
    return name;
  }
}
