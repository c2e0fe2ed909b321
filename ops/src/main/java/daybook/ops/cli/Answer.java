// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import daybook.ops.http.ApiJson;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Puts an answer together from its lines, each an object as {@code Controls} writes them. */
final class Answer {
  private final Consumer<JsonNode> progress;
  private JsonNode last;

  Answer(Consumer<JsonNode> progress) {
    this.progress = progress;
  }

  void line(String line) {
    JsonNode object = ApiJson.MAPPER.readTree(line);
    if (object.has("progress")) {
      progress.accept(object.get("progress"));
    } else {
      last = object;
    }
  }

  /**
   * The result.
   *
   * @throws Refused when it was refused, when arguments were wrong, or when there is none
   */
  JsonNode result() {
    if (last == null) {
      throw new Refused("The server ended before it answered.");
    }
    if (last.has("refused")) {
      throw new Refused("Refused: " + last.get("refused").asString());
    }
    if (last.has("invalid")) {
      throw new Refused("Refused: " + fields(last.get("invalid")));
    }
    return last.path("result");
  }

  private static String fields(JsonNode invalid) {
    return invalid
        .propertyStream()
        .map(
            field ->
                field.getKey()
                    + ": "
                    + field
                        .getValue()
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("; "));
  }
}
