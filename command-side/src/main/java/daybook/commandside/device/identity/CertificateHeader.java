// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Reads the certificate that a proxy passes on in a header, in any of the forms that proxies use:
 * PEM, URL-encoded or with its line ends turned into blanks or tabs; bare base64; base64 between
 * colons as in RFC 9440.
 */
final class CertificateHeader {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  private CertificateHeader() {}

  /**
   * @return the DER
   * @throws UnreadableIdentity when there is no base64 in it
   */
  static byte[] read(String header) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(body(decoded(header.strip())));
      if (der.length > 0) {
        return der;
      }
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
    throw unreadable();
  }

  /** A plus sign in base64 must not become a blank, unless blanks were written as plus signs. */
  private static String decoded(String header) {
    if (header.indexOf('%') < 0) {
      return header;
    }
    String escaped = header.contains("BEGIN+") ? header : header.replace("+", "%2B");
    return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
  }

  private static String body(String text) {
    int begin = text.indexOf(BEGIN);
    if (begin >= 0) {
      int from = begin + BEGIN.length();
      int end = text.indexOf(END, from);
      if (end < 0) {
        throw unreadable();
      }
      return text.substring(from, end);
    }
    return text.length() > 1 && text.startsWith(":") && text.endsWith(":")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static UnreadableIdentity unreadable() {
    return UnreadableIdentity.certificate("X-SSL-Client-Cert is not a PEM certificate");
  }
}
