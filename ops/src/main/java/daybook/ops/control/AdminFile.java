// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.ops.control.FirstStart.Admin;
import daybook.ops.http.ApiJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * {@code admin.json} of a home, and beside it, while the first start is under way, its password.
 */
final class AdminFile {
  private final SecretFile done;
  private final SecretFile begun;

  AdminFile(Path home) {
    done = new SecretFile(home.resolve("admin.json"));
    begun = new SecretFile(home.resolve("admin.begun"));
  }

  /**
   * What is written there.
   *
   * @throws IllegalStateException with a sentence when it can't be read
   */
  Optional<Admin> read() {
    return done.read().map(this::parse);
  }

  private Admin parse(byte[] content) {
    try {
      JsonNode json = ApiJson.MAPPER.readTree(content);
      return new Admin(
          json.path("username").asString(),
          json.path("password").asString(),
          json.path("api_token").asString(),
          json.path("enrollment_url").asString(),
          false);
    } catch (JacksonException unreadable) {
      throw new IllegalStateException(
          done.path() + " is no JSON any more: mend it, or remove it", unreadable);
    }
  }

  void write(Admin admin) {
    Map<String, String> content = new LinkedHashMap<>();
    content.put("username", admin.username());
    content.put("password", admin.password());
    content.put("api_token", admin.apiToken());
    content.put("enrollment_url", admin.enrollmentUrl());
    done.write(ApiJson.MAPPER.writeValueAsBytes(content));
    begun.delete();
  }

  /** The password of an account that a first start was about to make, or has made, and no more. */
  Optional<String> begun() {
    return begun.read().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  void begin(String password) {
    begun.write(password.getBytes(StandardCharsets.UTF_8));
  }
}
