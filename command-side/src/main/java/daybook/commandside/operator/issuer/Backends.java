// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.issuer;

import daybook.commandside.operator.json.Field;
import daybook.commandside.operator.json.JsonFields;
import daybook.domain.issuer.ScepBackend;
import daybook.domain.issuer.ScepIssuerDesk;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What can be set for each backend: the fields of {@code <backend>_kwargs}. */
final class Backends {
  static final String MASK = ScepIssuerDesk.MASK;

  private static final String USUAL_DIGICERT = "https://one.digicert.com/mpki/api/";
  private static final Set<String> SECRETS =
      Set.of("challenge", "password", "bearer_token", "api_token");

  private static final Field<String> API_BASE_URL = Field.url("api_base_url").optional();
  private static final Map<ScepBackend, Map<Field<?>, Object>> FIELDS =
      new EnumMap<>(ScepBackend.class);

  static {
    FIELDS.put(ScepBackend.DIGICERT, digicert());
    Map<Field<?>, Object> ident = new LinkedHashMap<>();
    ident.put(Field.url("url"), null);
    ident.put(Field.text("bearer_token"), null);
    ident.put(Field.whole("request_timeout", 1, null).optional(), 30);
    ident.put(Field.whole("max_retries", 1, null).optional(), 3);
    FIELDS.put(ScepBackend.IDENT, ident);
    FIELDS.put(ScepBackend.MICROSOFT_CA, signIn());
    FIELDS.put(ScepBackend.OKTA_CA, signIn());
    Map<Field<?>, Object> challenge = new LinkedHashMap<>();
    challenge.put(Field.text("challenge"), null);
    FIELDS.put(ScepBackend.STATIC_CHALLENGE, challenge);
  }

  private Backends() {}

  static String key(ScepBackend backend) {
    return backend.name().toLowerCase(Locale.ROOT) + "_kwargs";
  }

  /** The object of a backend's settings. */
  static Field<JsonFields> field(ScepBackend backend) {
    return Field.nested(key(backend), new ArrayList<>(FIELDS.get(backend).keySet())).optional();
  }

  /**
   * Reads a backend's settings.
   *
   * @param before what the mask leaves as it is; empty: nothing
   */
  static Map<String, Object> read(
      ScepBackend backend, JsonFields fields, Map<String, Object> before) {
    Map<String, Object> settings = new LinkedHashMap<>();
    FIELDS
        .get(backend)
        .forEach((field, usual) -> settings.put(field.name(), value(fields, field, usual)));
    before.forEach(
        (name, value) ->
            settings.computeIfPresent(
                name, (same, sent) -> isSecret(name) && sent.equals(MASK) ? value : sent));
    String base = (String) settings.get(API_BASE_URL.name());
    if (base != null && !base.endsWith("/api/")) {
      fields.refuse(API_BASE_URL, "Must end with /api/");
    }
    return settings;
  }

  /** Settings as they are shown. */
  static Map<String, Object> masked(Map<String, Object> settings) {
    Map<String, Object> shown = new LinkedHashMap<>(settings);
    shown.replaceAll((name, value) -> isSecret(name) ? MASK : value);
    return shown;
  }

  private static boolean isSecret(String name) {
    return SECRETS.contains(name);
  }

  private static <T> Object value(JsonFields fields, Field<T> field, Object usual) {
    T sent = fields.read(field, null);
    return sent == null ? usual : sent;
  }

  private static Map<Field<?>, Object> signIn() {
    Map<Field<?>, Object> fields = new LinkedHashMap<>();
    fields.put(Field.url("url"), null);
    fields.put(Field.text("username"), null);
    fields.put(Field.text("password"), null);
    return fields;
  }

  private static Map<Field<?>, Object> digicert() {
    Map<Field<?>, Object> fields = new LinkedHashMap<>();
    fields.put(API_BASE_URL, USUAL_DIGICERT);
    fields.put(Field.text("api_token"), null);
    fields.put(Field.text("profile_guid"), null);
    fields.put(Field.text("business_unit_guid"), null);
    fields.put(
        Field.choice("seat_type", same("USER_SEAT", "DEVICE_SEAT")).optional(), "DEVICE_SEAT");
    fields.put(
        Field.choice(
                "seat_id_mapping",
                same(
                    "common_name",
                    "email",
                    "serial_number",
                    "unique_identifier",
                    "user_identifier",
                    "pseudonym",
                    "dn_qualifier",
                    "rfc822Name",
                    "dNSName"))
            .optional(),
        "common_name");
    fields.put(Field.email("default_seat_email"), null);
    return fields;
  }

  private static Map<String, String> same(String... words) {
    Map<String, String> choices = new LinkedHashMap<>();
    List.of(words).forEach(word -> choices.put(word, word));
    return choices;
  }
}
