// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.commandside.operator.json.JsonFields;

/**
 * What an operator sends to add or renew a push certificate. Its text shows the name alone.
 *
 * @param certificate PEM
 * @param privateKey PEM, traditional or PKCS#8
 * @param password of the private key, or null
 */
record PushCertificateInput(String name, String certificate, String privateKey, String password) {
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_PEM = 64 * 1024;
  private static final int LONGEST_PASSWORD = 1024;

  /**
   * Reads a JSON body.
   *
   * @throws daybook.domain.access.InvalidInput in the API's words
   */
  static PushCertificateInput read(Object body) {
    JsonFields fields = JsonFields.of(body);
    PushCertificateInput input =
        new PushCertificateInput(
            fields.required("name", LONGEST_NAME),
            fields.required("certificate", LONGEST_PEM),
            fields.required("private_key", LONGEST_PEM),
            fields.optional("private_key_password", LONGEST_PASSWORD));
    fields.check();
    return input;
  }

  @Override
  public String toString() {
    return "PushCertificateInput[" + name + "]";
  }
}
