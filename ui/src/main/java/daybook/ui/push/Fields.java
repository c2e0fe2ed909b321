// SPDX-License-Identifier: Apache-2.0
package daybook.ui.push;

import daybook.ui.form.Given;
import java.util.Map;

/** The fields of these pages' forms, within their bounds. */
final class Fields {
  static final Map<String, String> LABELS =
      Map.of(
          "name", "Name",
          "certificate", "Certificate",
          "private_key", "Private key",
          "vendor_certificates", "Certificate",
          "vendor_key", "Private key");

  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_FILE = 64 * 1024;

  private Fields() {}

  static String name(String text) {
    return Given.text(text, "name", LONGEST_NAME);
  }

  static String certificate(String text) {
    return Given.text(text, "certificate", LONGEST_FILE);
  }

  static String key(String text) {
    return Given.text(text, "private_key", LONGEST_FILE);
  }
}
