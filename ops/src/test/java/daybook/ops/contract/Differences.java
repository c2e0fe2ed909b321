// SPDX-License-Identifier: Apache-2.0
package daybook.ops.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Recorded cases that Daybook answers otherwise on purpose: what it answers, and the words with
 * which the table of differences begins its row.
 */
final class Differences {
  private static final Path TABLE = Path.of("docs/differences-from-zentral.md");

  /** The fields that whole devices have here beyond Zentral's, after them. */
  static final List<String> OWN_FIELDS = List.of("meta_business_unit", "tags", "life_cycle");

  /** The fields that secrets of enrollments have here beyond Zentral's. */
  private static final List<String> OWN_FIELDS_OF_SECRETS = List.of("expires_at", "revoked_at");

  private static final Difference CHECKED_OUT =
      new Difference(400, "| a command for a device that has checked out |");

  private static final Map<String, Difference> CASES =
      Map.of(
          "custom_command.checked_out",
          CHECKED_OUT,
          "erase.checked_out_device",
          CHECKED_OUT,
          "lock.mac_long_pin",
          new Difference(400, "| a PIN of seven characters |"),
          "inventory.tag.create",
          new Difference(400, "| `taxonomy` of a tag |"),
          "ota_enrollment.create",
          new Difference(400, "| `acme_issuer`, `blueprint`, `realm` of an enrollment |"));

  private Differences() {}

  /** What is answered instead; null where nothing is. */
  static Difference of(RecordedCase recorded) {
    return CASES.get(recorded.name());
  }

  /** An answer without the fields that secrets of enrollments have here alone. */
  static JsonNode withoutOwnFields(JsonNode answer) {
    for (JsonNode secret : answer.findValues("enrollment_secret")) {
      for (JsonNode fields : List.of(secret, secret.path("children"))) {
        if (fields instanceof ObjectNode object) {
          object.remove(OWN_FIELDS_OF_SECRETS);
        }
      }
    }
    return answer;
  }

  static List<String> rows() throws IOException {
    return Files.readAllLines(TABLE);
  }

  static List<Difference> all() {
    return Stream.concat(
            CASES.values().stream(),
            Stream.of(
                new Difference(200, "| `life_cycle` of devices |"),
                new Difference(200, "| `meta_business_unit`, `tags` of devices |"),
                new Difference(200, "| `expires_at`, `revoked_at` of an `enrollment_secret` |")))
        .toList();
  }

  /**
   * An answer that differs on purpose.
   *
   * @param row how its row in the table begins
   */
  record Difference(int status, String row) {}
}
