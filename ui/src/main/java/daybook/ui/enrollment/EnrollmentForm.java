// SPDX-License-Identifier: Apache-2.0
package daybook.ui.enrollment;

import daybook.domain.access.InvalidInput;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.session.ConfigurationDetails;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * What stands in the fields of a configuration's form, as it was sent. Spring fills it.
 *
 * @param serialNumbers one a line
 * @param expiresAt without an offset: UTC
 */
public record EnrollmentForm(
    String name,
    String displayName,
    String issuer,
    String pushCertificate,
    String businessUnit,
    List<String> tags,
    String serialNumbers,
    String udids,
    String quota,
    String expiresAt)
    implements Serializable {
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_DISPLAY_NAME = 128;
  private static final int MOST_DEVICES = 200_000;
  private static final int MOST_LISTED = 10_000;
  private static final String KEY = "[0-9]{1,18}";

  public EnrollmentForm {
    tags = tags == null ? List.of() : List.copyOf(tags);
  }

  /** A blank one, for all devices. */
  static EnrollmentForm blank() {
    return of(ConfigurationDetails.named("", null, null));
  }

  static EnrollmentForm of(ConfigurationDetails it) {
    return new EnrollmentForm(
        it.name(),
        it.displayName(),
        it.issuer().value(),
        text(it.pushCertificate()),
        text(it.businessUnit()),
        it.tags().stream().map(String::valueOf).toList(),
        lines(it.serialNumbers()),
        lines(it.udids()),
        text(it.quota()),
        it.expiresAt() == null
            ? ""
            : LocalDateTime.ofInstant(it.expiresAt(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString());
  }

  /**
   * What it says.
   *
   * @param present what is kept to the second if the form shows the same minute; or null
   * @throws InvalidInput when a field is wrong
   */
  ConfigurationDetails read(ConfigurationDetails present) {
    return new ConfigurationDetails(
        required("name", name, LONGEST_NAME),
        required("display_name", displayName, LONGEST_DISPLAY_NAME),
        new ScepIssuerId(required("scep_issuer", issuer, 36)),
        key("push_certificate", pushCertificate),
        key("meta_business_unit", businessUnit),
        tags.stream().map(tag -> key("tags", tag)).toList(),
        listed("serial_numbers", serialNumbers),
        listed("udids", udids),
        wholeQuota(),
        end(present));
  }

  private Integer wholeQuota() {
    if (blank(quota)) {
      return null;
    }
    String text = quota.strip();
    if (!text.matches("[0-9]{1,9}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST_DEVICES) {
      throw InvalidInput.of("quota", "A number between 1 and 200000, or nothing.");
    }
    return Integer.valueOf(text);
  }

  private Instant end(ConfigurationDetails present) {
    if (blank(expiresAt)) {
      return null;
    }
    if (present != null && expiresAt.strip().equals(of(present).expiresAt())) {
      return present.expiresAt();
    }
    try {
      return LocalDateTime.parse(expiresAt.strip()).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw InvalidInput.of("expires_at", "A day and a time, or nothing.");
    }
  }

  private static String required(String field, String text, int longest) {
    if (blank(text)) {
      throw InvalidInput.of(field, "This field is required.");
    }
    if (text.strip().length() > longest) {
      throw InvalidInput.of(
          field, "Ensure this field has no more than %d characters.".formatted(longest));
    }
    return text.strip();
  }

  private static Long key(String field, String text) {
    if (blank(text)) {
      return null;
    }
    if (!text.strip().matches(KEY)) {
      throw InvalidInput.of(field, "Choose one of those that there are.");
    }
    return Long.valueOf(text.strip());
  }

  private static List<String> listed(String field, String text) {
    if (blank(text)) {
      return null;
    }
    List<String> lines =
        Arrays.stream(text.split("[\\s,;]+")).filter(line -> !line.isBlank()).distinct().toList();
    if (lines.size() > MOST_LISTED) {
      throw InvalidInput.of(field, "Ensure this field has no more than 10000 elements.");
    }
    return lines;
  }

  private static String lines(List<String> values) {
    return values == null ? "" : String.join("\n", values);
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
