// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

/**
 * What goes back over HTTP.
 *
 * @param retryAfterSeconds when to come again; 0 for an answer that is final
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record ScepAnswer(int status, String contentType, byte[] body, int retryAfterSeconds) {
  static ScepAnswer ok(String contentType, byte[] body) {
    return new ScepAnswer(200, contentType, body, 0);
  }

  static ScepAnswer refused(int status) {
    return new ScepAnswer(status, null, new byte[0], 0);
  }

  static ScepAnswer later() {
    return new ScepAnswer(503, null, new byte[0], 30);
  }
}
