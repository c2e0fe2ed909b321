// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.commandside.operator.json.Field;
import daybook.commandside.operator.json.JsonFields;
import daybook.domain.access.DescribedFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What an operator sends to get an API token. */
final class ApiTokenInput implements DescribedFields {
  private static final Field<Long> USER = Field.key("user");
  private static final Field<String> NAME = Field.text("name", 256);
  private static final Field<Instant> EXPIRY = Field.time("expiry").nullable();

  /** One that was read. */
  record Given(long user, String name, Instant expiry) {}

  @Override
  public Map<String, Object> fields() {
    return Field.describe(
        List.of(
            Field.readOnly("id", "string"),
            USER,
            NAME,
            EXPIRY,
            Field.readOnly("last_used_at", "datetime"),
            Field.readOnly("created_at", "datetime"),
            Field.readOnly("secret", "string")));
  }

  /**
   * Reads a JSON body.
   *
   * @throws daybook.domain.access.InvalidInput in the API's words
   */
  static Given read(Object body) {
    JsonFields fields = JsonFields.of(body);
    Long user = fields.read(USER);
    String name = fields.read(NAME);
    Instant expiry = fields.read(EXPIRY);
    fields.check();
    return new Given(user, name, expiry);
  }
}
