// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.group;

import daybook.commandside.operator.json.Field;
import daybook.commandside.operator.json.JsonFields;
import daybook.domain.access.DescribedFields;
import daybook.domain.group.BusinessUnit;
import java.util.List;
import java.util.Map;

/** What an operator sends of a business unit. */
record BusinessUnitInput(String name, boolean apiEnrollmentEnabled) {
  private static final Field<String> NAME = Field.text("name");
  private static final Field<Boolean> API_ENROLLMENT =
      Field.bool("api_enrollment_enabled").label("Api enrollment enabled").optional();

  /**
   * Reads a JSON body; what is absent stays as it was.
   *
   * @param present null: there is none yet
   * @throws daybook.domain.access.InvalidInput in the API's words
   */
  static BusinessUnitInput read(Object body, BusinessUnit present) {
    JsonFields fields = JsonFields.of(body);
    String name = fields.read(NAME);
    boolean enabled =
        fields.read(API_ENROLLMENT, present != null && present.apiEnrollmentEnabled());
    fields.check();
    return new BusinessUnitInput(name, enabled);
  }

  /** For {@code OPTIONS}. */
  static final class Fields implements DescribedFields {
    @Override
    public Map<String, Object> fields() {
      return Field.describe(
          List.of(
              Field.readOnly("id", "integer").label("ID"),
              NAME,
              API_ENROLLMENT,
              Field.readOnly("created_at", "datetime"),
              Field.readOnly("updated_at", "datetime")));
    }
  }
}
