// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import daybook.domain.Refusal;

/**
 * Why a certificate was refused, in SCEP's words.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8894#section-3.2.1.4">RFC 8894, 3.2.1.4</a>
 */
enum FailInfo {
  BAD_ALGORITHM("0"),
  BAD_MESSAGE_CHECK("1"),
  BAD_REQUEST("2"),
  BAD_CERTIFICATE_ID("4");

  private final String number;

  FailInfo(String number) {
    this.number = number;
  }

  String number() {
    return number;
  }

  static FailInfo of(Refusal reason) {
    return switch (reason) {
      case ALGORITHM_WEAK, ALGORITHM_UNSUPPORTED, KEY_UNSUITABLE -> BAD_ALGORITHM;
      case SCEP_MESSAGE_UNREADABLE, REQUEST_SIGNATURE_INVALID -> BAD_MESSAGE_CHECK;
      case CERTIFICATE_UNTRUSTED,
          CERTIFICATE_UNREADABLE,
          CERTIFICATE_NOT_VALID_NOW,
          CERTIFICATE_NOT_PINNED,
          CERTIFICATE_REPLACED,
          CERTIFICATE_REVOKED ->
          BAD_CERTIFICATE_ID;
      default -> BAD_REQUEST;
    };
  }
}
