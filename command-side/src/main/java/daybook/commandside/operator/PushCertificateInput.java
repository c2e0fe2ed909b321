// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.commandside.operator.json.Field;
import daybook.commandside.operator.json.JsonFields;
import daybook.domain.push.PushCertificateManagement.Files;
import daybook.domain.push.PushCertificateManagement.Vendor;

/**
 * What an operator sends to add or renew a push certificate.
 *
 * @param files null: a key is to be made here
 */
record PushCertificateInput(String name, Files files) {
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_PEM = 64 * 1024;
  private static final int LONGEST_PASSWORD = 1024;
  private static final Field<String> CERTIFICATE = Field.text("certificate", LONGEST_PEM);
  private static final Field<String> PRIVATE_KEY = Field.text("private_key", LONGEST_PEM);
  private static final String PASSWORD = "private_key_password";

  /**
   * Reads a new one: a name alone, or a name, a certificate and a key.
   *
   * @throws daybook.domain.access.InvalidInput in the API's words
   */
  static PushCertificateInput add(Object body) {
    JsonFields fields = JsonFields.of(body);
    boolean alone = !fields.has(CERTIFICATE) && !fields.has(PRIVATE_KEY);
    String name = fields.required("name", LONGEST_NAME);
    Files files =
        alone
            ? null
            : new Files(
                fields.read(CERTIFICATE),
                fields.read(PRIVATE_KEY),
                fields.optional(PASSWORD, LONGEST_PASSWORD));
    fields.check();
    return new PushCertificateInput(name, files);
  }

  /**
   * Reads the first or next certificate of one; without a key it is for the key that waits.
   *
   * @throws daybook.domain.access.InvalidInput in the API's words
   */
  static PushCertificateInput upload(Object body) {
    JsonFields fields = JsonFields.of(body);
    PushCertificateInput input =
        new PushCertificateInput(
            fields.required("name", LONGEST_NAME),
            new Files(
                fields.read(CERTIFICATE),
                fields.read(PRIVATE_KEY.nullable()),
                fields.optional(PASSWORD, LONGEST_PASSWORD)));
    fields.check();
    return input;
  }

  /**
   * Reads a vendor's certificates and key.
   *
   * @throws daybook.domain.access.InvalidInput in the API's words
   */
  static Vendor vendor(Object body) {
    JsonFields fields = JsonFields.of(body);
    Vendor vendor =
        new Vendor(
            fields.required("vendor_certificates", LONGEST_PEM),
            fields.required("vendor_key", LONGEST_PEM),
            fields.optional("vendor_key_password", LONGEST_PASSWORD));
    fields.check();
    return vendor;
  }
}
