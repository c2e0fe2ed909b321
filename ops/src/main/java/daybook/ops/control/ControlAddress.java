// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.ops.http.ApiJson;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Where the running server can be asked, and with what token; kept in {@code control.json} of the
 * home, for the owner's eyes only, and new at each start.
 */
public record ControlAddress(URI address, String token) {
  private static final String FILE = "control.json";

  /** What is written there; empty when there is nothing, or nothing that can be read. */
  public static Optional<ControlAddress> of(Path home) {
    return file(home).read().flatMap(ControlAddress::parse);
  }

  private static Optional<ControlAddress> parse(byte[] content) {
    try {
      JsonNode json = ApiJson.MAPPER.readTree(content);
      return Optional.of(
          new ControlAddress(
              URI.create(json.path("address").asString()), json.path("token").asString()));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  void write(Path home) {
    file(home)
        .write(
            ApiJson.MAPPER.writeValueAsBytes(
                Map.of("address", address.toString(), "token", token)));
  }

  static void forget(Path home) {
    file(home).delete();
  }

  private static SecretFile file(Path home) {
    return new SecretFile(home.resolve(FILE));
  }

  @Override
  public String toString() {
    return "ControlAddress[" + address + "]";
  }
}
