// SPDX-License-Identifier: Apache-2.0
package daybook.ui.push;

import daybook.domain.access.InvalidInput;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What a form gave, within its bounds, and what is wrong with it as a sentence. */
final class Given {
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_FILE = 64 * 1024;
  private static final String REQUIRED = "This field is required.";

  private static final Map<String, String> LABELS =
      Map.of(
          "name", "Name",
          "certificate", "Certificate",
          "private_key", "Private key",
          "vendor_certificates", "Certificate",
          "vendor_key", "Private key");

  private Given() {}

  static String name(String text) {
    return text(text, "name", LONGEST_NAME);
  }

  static String certificate(String text) {
    return text(text, "certificate", LONGEST_FILE);
  }

  static String key(String text) {
    return text(text, "private_key", LONGEST_FILE);
  }

  /** {@code Certificate: Could not load PEM certificate.} */
  static String sentence(InvalidInput input) {
    return input.fields().entrySet().stream()
        .map(field -> label(field.getKey()) + texts(field.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String text(String text, String field, int longest) {
    if (text.isBlank()) {
      throw InvalidInput.of(field, REQUIRED);
    }
    if (text.length() > longest) {
      throw InvalidInput.of(
          field, "Ensure this field has no more than %d characters.".formatted(longest));
    }
    return text.strip();
  }

  private static String label(String field) {
    return LABELS.containsKey(field) ? LABELS.get(field) + ": " : "";
  }

  private static String texts(Object problem) {
    String text =
        problem instanceof Collection<?> texts
            ? texts.stream().map(String::valueOf).collect(Collectors.joining(" "))
            : String.valueOf(problem);
    return text.endsWith(".") ? text : text + ".";
  }
}
