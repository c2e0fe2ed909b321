// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.issuer;

import daybook.commandside.operator.json.Field;
import daybook.commandside.operator.json.JsonFields;
import daybook.domain.access.DescribedFields;
import daybook.domain.issuer.ScepBackend;
import daybook.domain.issuer.ScepIssuer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What an operator sends of a SCEP issuer. Its text shows the name alone. */
record ScepIssuerInput(
    String name,
    String description,
    String url,
    int keySize,
    int keyUsage,
    ScepBackend backend,
    Map<String, Object> settings) {
  private static final int LONGEST_URL = 200;
  private static final int USUAL_SIZE = 2048;

  private static final Field<String> NAME = Field.text("name");
  private static final Field<String> DESCRIPTION = Field.note("description").optional();
  private static final Field<String> URL = Field.url("url", LONGEST_URL);
  private static final Field<Integer> KEY_SIZE =
      Field.choice(
              "key_size",
              ScepIssuerInput.<Integer>choices(
                  1024, "1024-bit", 2048, "2048-bit", 4096, "4096-bit"))
          .optional();
  private static final Field<Integer> KEY_USAGE =
      Field.choice(
              "key_usage",
              ScepIssuerInput.<Integer>choices(
                  0, "None (0)",
                  1, "Signing (1)",
                  4, "Encryption (4)",
                  5, "Signing & Encryption (1 | 4 = 5)"))
          .optional()
          .help("A bitmask indicating the use of the key.");
  private static final Field<ScepBackend> BACKEND =
      Field.choice(
          "backend",
          choices(
              ScepBackend.DIGICERT, "Digicert One - Trust Lifecycle Manager",
              ScepBackend.IDENT, "IDent",
              ScepBackend.MICROSOFT_CA, "Microsoft CA",
              ScepBackend.OKTA_CA, "Okta CA",
              ScepBackend.STATIC_CHALLENGE, "Static challenge"));

  /**
   * Reads a JSON body; what is absent and may be stays as it was.
   *
   * @param present null: there is none yet
   * @param opened the settings of the present one
   * @throws daybook.domain.access.InvalidInput in the API's words
   */
  static ScepIssuerInput read(
      Object body, ScepIssuer present, Function<ScepIssuer, Map<String, Object>> opened) {
    JsonFields fields = JsonFields.of(body);
    String name = fields.read(NAME);
    String description = fields.read(DESCRIPTION, present == null ? "" : present.description());
    String url = fields.read(URL);
    int size = fields.read(KEY_SIZE, present == null ? USUAL_SIZE : present.keySize());
    int usage = fields.read(KEY_USAGE, present == null ? 0 : present.keyUsage());
    ScepBackend backend = fields.read(BACKEND);
    Map<String, Object> settings = Map.of();
    if (backend != null) {
      Map<String, Object> before =
          present == null || present.backend() != backend ? Map.of() : opened.apply(present);
      settings = settings(fields, backend, before);
    }
    fields.check();
    return new ScepIssuerInput(name, description, url, size, usage, backend, settings);
  }

  private static Map<String, Object> settings(
      JsonFields fields, ScepBackend backend, Map<String, Object> before) {
    for (ScepBackend other : ScepBackend.values()) {
      if (other != backend && fields.has(Backends.field(other))) {
        fields.refuse(Backends.field(other), "This field cannot be set for this backend.");
      }
    }
    Field<JsonFields> own = Backends.field(backend);
    if (!fields.has(own)) {
      fields.refuse(own, "This field is required.");
      return Map.of();
    }
    return Backends.read(backend, fields.in(own), before);
  }

  /** Keys and words, by turns. */
  @SuppressWarnings("unchecked")
  private static <K> Map<K, String> choices(Object... keysAndWords) {
    Map<K, String> choices = new LinkedHashMap<>();
    for (int i = 0; i < keysAndWords.length; i += 2) {
      choices.put((K) keysAndWords[i], (String) keysAndWords[i + 1]);
    }
    return choices;
  }

  @Override
  public String toString() {
    return "ScepIssuerInput[" + name + "]";
  }

  /** For {@code OPTIONS}. */
  static final class Fields implements DescribedFields {
    @Override
    public Map<String, Object> fields() {
      List<Field<?>> all =
          new ArrayList<>(
              List.of(
                  Field.readOnly("id", "string"),
                  Field.readOnly("provisioning_uid", "string"),
                  NAME,
                  DESCRIPTION,
                  Field.readOnly("version", "integer"),
                  Field.readOnly("created_at", "datetime"),
                  Field.readOnly("updated_at", "datetime"),
                  URL,
                  KEY_SIZE,
                  KEY_USAGE,
                  BACKEND));
      for (ScepBackend backend : ScepBackend.values()) {
        all.add(Backends.field(backend));
      }
      return Field.describe(all);
    }
  }
}
