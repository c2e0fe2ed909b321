// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.configuration;

import daybook.commandside.operator.configuration.References.Known;
import daybook.commandside.operator.json.Field;
import daybook.commandside.operator.json.JsonFields;
import daybook.domain.access.DescribedFields;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.session.ConfigurationDetails;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an operator sends of an enrollment configuration. */
final class OtaEnrollmentInput {
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_DISPLAY_NAME = 128;
  private static final int MOST_DEVICES = 200_000;

  private static final Field<Long> UNIT =
      Field.key("meta_business_unit")
          .help("The business unit the machine will be assigned to at enrollment");
  private static final Field<List<Long>> TAGS =
      Field.keys("tags").optional().help("The tags that the machine will get at enrollment");
  private static final Field<List<String>> SERIAL_NUMBERS = texts("serial_numbers");
  private static final Field<List<String>> UDIDS = texts("udids");
  private static final Field<Integer> QUOTA = Field.whole("quota", 1, MOST_DEVICES).nullable();
  private static final Field<Instant> EXPIRES_AT =
      Field.time("expires_at").nullable().help("From then on nobody can enroll with it");
  private static final Field<JsonFields> SECRET =
      Field.nested(
          "enrollment_secret",
          List.of(
              Field.readOnly("id", "integer").label("ID"),
              Field.readOnly("secret", "string"),
              UNIT,
              TAGS,
              SERIAL_NUMBERS,
              UDIDS,
              QUOTA,
              Field.readOnly("request_count", "integer"),
              EXPIRES_AT,
              Field.readOnly("revoked_at", "datetime")));
  private static final Field<String> DISPLAY_NAME =
      Field.text("display_name", LONGEST_DISPLAY_NAME)
          .optional()
          .help("Name displayed in the device settings");
  private static final Field<String> NAME = Field.text("name", LONGEST_NAME);
  private static final Field<Long> PUSH_CERTIFICATE = Field.key("push_certificate");
  private static final Field<UUID> ACME_ISSUER =
      Field.uuidKey("acme_issuer").label("ACME issuer").nullable();
  private static final Field<UUID> SCEP_ISSUER = Field.uuidKey("scep_issuer").label("SCEP issuer");
  private static final Field<Long> BLUEPRINT = Field.key("blueprint").nullable();
  private static final Field<UUID> REALM = Field.uuidKey("realm").nullable();

  private OtaEnrollmentInput() {}

  /**
   * Reads a JSON body; what is absent and may be stays as it was.
   *
   * @param present null: there is none yet
   * @throws daybook.domain.access.InvalidInput in the API's words
   */
  static ConfigurationDetails read(
      Object body, ConfigurationDetails present, Known known, Instant now) {
    ConfigurationDetails before =
        present == null ? ConfigurationDetails.named("", null, null) : present;
    JsonFields fields = JsonFields.of(body);
    JsonFields secret = fields.in(SECRET);
    boolean whole = fields.has(SECRET);
    Long unit = whole ? secret.known(UNIT, null, known.businessUnits()::contains) : null;
    List<Long> tags = secret.allKnown(TAGS, before.tags(), known.tags()::contains);
    List<String> serialNumbers = secret.read(SERIAL_NUMBERS, before.serialNumbers());
    List<String> udids = secret.read(UDIDS, before.udids());
    Integer quota = secret.read(QUOTA, before.quota());
    Instant expiresAt = secret.read(EXPIRES_AT, before.expiresAt());
    if (expiresAt != null && !expiresAt.equals(before.expiresAt()) && !expiresAt.isAfter(now)) {
      secret.refuse(EXPIRES_AT, "This time has passed.");
    }
    String displayName = fields.read(DISPLAY_NAME, before.displayName());
    String name = fields.read(NAME);
    Long pushCertificate = fields.known(PUSH_CERTIFICATE, null, known.pushCertificates()::contains);
    // There are none of these yet, so none can be named.
    fields.known(ACME_ISSUER, null, key -> false);
    UUID issuer = fields.known(SCEP_ISSUER, null, key -> known.hasIssuer(ScepIssuerId.of(key)));
    if (issuer != null && !known.isUsable(ScepIssuerId.of(issuer))) {
      fields.refuse(SCEP_ISSUER, "This SCEP issuer has no static challenge.");
    }
    fields.known(BLUEPRINT, null, key -> false);
    fields.known(REALM, null, key -> false);
    fields.check();
    return new ConfigurationDetails(
        name,
        displayName,
        ScepIssuerId.of(issuer),
        pushCertificate,
        unit,
        tags,
        serialNumbers,
        udids,
        quota,
        expiresAt);
  }

  private static Field<List<String>> texts(String name) {
    return Field.list(name, Field.text(name)).nullable();
  }

  /** For {@code OPTIONS}. */
  static final class Fields implements DescribedFields {
    @Override
    public Map<String, Object> fields() {
      return Field.describe(
          List.of(
              Field.readOnly("id", "integer").label("ID"),
              SECRET,
              DISPLAY_NAME,
              Field.readOnly("created_at", "datetime"),
              Field.readOnly("updated_at", "datetime"),
              NAME,
              PUSH_CERTIFICATE,
              ACME_ISSUER,
              SCEP_ISSUER,
              BLUEPRINT,
              REALM));
    }
  }
}
