// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.commandside.operator.json.Field;
import daybook.commandside.operator.json.JsonFields;
import daybook.domain.access.DescribedFields;
import daybook.domain.access.KnownPermissions;
import daybook.domain.access.Permission;
import java.util.List;
import java.util.Map;

/** What an operator sends to make or change a role. */
final class RoleInput implements DescribedFields {
  private static final Field<String> NAME = Field.text("name", 150);
  private static final Field<List<String>> PERMISSIONS =
      Field.list("permissions", Field.text("permission", 130)).optional();

  /** One that was read. */
  record Given(String name, List<Permission> permissions) {}

  @Override
  public Map<String, Object> fields() {
    return Field.describe(
        List.of(
            Field.readOnly("id", "integer"),
            NAME,
            PERMISSIONS,
            Field.readOnly("built_in", "boolean"),
            Field.readOnly("created_at", "datetime"),
            Field.readOnly("updated_at", "datetime")));
  }

  /**
   * Reads a JSON body.
   *
   * @throws daybook.domain.access.InvalidInput in the API's words
   */
  static Given read(Object body, KnownPermissions known) {
    JsonFields fields = JsonFields.of(body);
    String name = fields.read(NAME);
    List<String> permissions = fields.read(PERMISSIONS, List.of());
    fields.check();
    return new Given(name, known.read(permissions));
  }
}
