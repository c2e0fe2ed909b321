// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.group;

import daybook.commandside.operator.json.Field;
import daybook.commandside.operator.json.JsonFields;
import daybook.domain.access.DescribedFields;
import daybook.domain.group.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongPredicate;

/** What an operator sends of a tag. */
record TagInput(String name, String color, Long businessUnit) {
  private static final int LONGEST = 50;
  private static final String USUAL_COLOR = "0079bf";

  /** There are no taxonomies, so none can be named. */
  private static final Field<Long> TAXONOMY = Field.key("taxonomy").nullable();

  private static final Field<Long> UNIT =
      Field.key("meta_business_unit").label("Meta business unit").nullable();
  private static final Field<String> NAME = Field.text("name", LONGEST);
  private static final Field<String> COLOR = Field.text("color", 6).optional();

  /**
   * Reads a JSON body; what is absent stays as it was.
   *
   * @param present null: there is none yet
   * @throws daybook.domain.access.InvalidInput in the API's words
   */
  static TagInput read(Object body, Tag present, LongPredicate unitExists) {
    JsonFields fields = JsonFields.of(body);
    fields.known(TAXONOMY, null, key -> false);
    Long unit =
        fields.known(UNIT, present == null ? null : present.businessUnit(), unitExists::test);
    String name = fields.read(NAME);
    String color = fields.read(COLOR, present == null ? USUAL_COLOR : present.color());
    if (!color.matches("[0-9a-fA-F]{6}")) {
      fields.refuse(COLOR, "Enter a valid value.");
    }
    fields.check();
    return new TagInput(name, color.toLowerCase(Locale.ROOT), unit);
  }

  /** For {@code OPTIONS}. */
  static final class Fields implements DescribedFields {
    @Override
    public Map<String, Object> fields() {
      return Field.describe(
          List.of(
              Field.readOnly("id", "integer").label("ID"),
              TAXONOMY,
              UNIT,
              NAME,
              Field.readOnly("slug", "slug"),
              COLOR));
    }
  }
}
