// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.http;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.Map;

/** What a body may hold, from the words by which {@code OPTIONS} describes it. */
final class BodySchema {
  private BodySchema() {}

  /** An object with these fields, by name. */
  static Schema<?> of(Map<?, ?> fields) {
    ObjectSchema body = new ObjectSchema();
    fields.forEach(
        (name, described) -> {
          if (described instanceof Map<?, ?> field) {
            body.addProperty(name.toString(), field(field));
            if (is(field, "required") && !is(field, "read_only")) {
              body.addRequiredItem(name.toString());
            }
          }
        });
    return body;
  }

  private static Schema<?> field(Map<?, ?> field) {
    Schema<?> schema = typed(field);
    if (is(field, "read_only")) {
      schema.setReadOnly(true);
    }
    if (field.get("help_text") instanceof String help) {
      schema.setDescription(help);
    }
    if (field.get("max_length") instanceof Integer most) {
      schema.setMaxLength(most);
    }
    return schema;
  }

  private static Schema<?> typed(Map<?, ?> field) {
    return switch (String.valueOf(field.get("type"))) {
      case "integer" -> new IntegerSchema();
      case "boolean" -> new BooleanSchema();
      case "nested object" -> of((Map<?, ?>) field.get("children"));
      case "list" -> new ArraySchema().items(item(field.get("child")));
      case "choice" -> choice(field);
      case "datetime" -> new StringSchema().description("UTC, ISO 8601");
      // The key of another thing: a number or a UUID.
      case "field" -> new Schema<>();
      default -> new StringSchema();
    };
  }

  private static Schema<?> item(Object child) {
    return child instanceof Map<?, ?> described ? field(described) : new Schema<>();
  }

  private static Schema<?> choice(Map<?, ?> field) {
    Schema<Object> schema = new Schema<>();
    for (Object choice : (List<?>) field.get("choices")) {
      schema.addEnumItemObject(((Map<?, ?>) choice).get("value"));
    }
    return schema;
  }

  private static boolean is(Map<?, ?> field, String word) {
    return Boolean.TRUE.equals(field.get(word));
  }
}
