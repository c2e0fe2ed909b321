// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.domain.access.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads arguments, each by its name. */
record Asked(JsonNode json) {
  Optional<String> text(String name) {
    JsonNode value = json.path(name);
    return value.isString() && !value.asString().isBlank()
        ? Optional.of(value.asString())
        : Optional.empty();
  }

  String required(String name) {
    return text(name).orElseThrow(() -> InvalidInput.of(name, "This field is required."));
  }

  /** True where it is said, else what is usual. */
  boolean flag(String name, boolean usual) {
    return json.path(name).isBoolean() ? json.path(name).asBoolean() : usual;
  }

  Optional<Integer> number(String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isInt()) {
      throw InvalidInput.of(name, "A valid integer is required.");
    }
    return Optional.of(value.asInt());
  }

  List<String> texts(String name) {
    return json.path(name).valueStream().map(JsonNode::asString).toList();
  }

  /** A time in ISO 8601; a day means its beginning, and without an offset it is UTC. */
  Optional<Instant> time(String name) {
    return text(name)
        .map(
            text ->
                Stream.<TimeReader>of(
                        t -> OffsetDateTime.parse(t).toInstant(),
                        t -> LocalDateTime.parse(t).toInstant(ZoneOffset.UTC),
                        t -> LocalDate.parse(t).atStartOfDay().toInstant(ZoneOffset.UTC))
                    .flatMap(reader -> reader.read(text).stream())
                    .findFirst()
                    .orElseThrow(
                        () ->
                            InvalidInput.of(
                                name, "Use a time like 2027-01-31 or 2027-01-31T12:00:00.")));
  }

  @FunctionalInterface
  private interface TimeReader {
    Instant parse(String text);

    default Optional<Instant> read(String text) {
      try {
        return Optional.of(parse(text));
      } catch (DateTimeException otherForm) {
        return Optional.empty();
      }
    }
  }
}
