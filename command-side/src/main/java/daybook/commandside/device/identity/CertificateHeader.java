// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Reads the certificates that a proxy passes on in a header, in any of the forms that proxies use:
 * PEM, URL-encoded (nginx, AWS) or with its line ends turned into blanks or tabs (Apache, nginx);
 * bare base64 (HAProxy), several of them between commas (Traefik); base64 between colons (RFC
 * 9440).
 */
final class CertificateHeader {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";
  private static final int MOST_CERTIFICATES = 16;

  private CertificateHeader() {}

  /**
   * @return the DER of each, the client's own first
   * @throws UnreadableIdentity when there is no base64 in it
   */
  static List<byte[]> read(String header) {
    try {
      String text = decoded(header.strip());
      List<byte[]> found = text.contains(BEGIN) ? blocks(text) : listed(text);
      if (found.size() > MOST_CERTIFICATES) {
        throw UnreadableIdentity.certificate("the client certificate's header holds too many");
      }
      return found;
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
  }

  /** A plus sign in base64 must not become a blank, unless blanks were written as plus signs. */
  private static String decoded(String header) {
    if (header.indexOf('%') < 0) {
      return header;
    }
    String escaped = header.contains("BEGIN+") ? header : header.replace("+", "%2B");
    return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
  }

  private static List<byte[]> blocks(String text) {
    List<byte[]> found = new ArrayList<>();
    for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, begin)) {
      int from = begin + BEGIN.length();
      int end = text.indexOf(END, from);
      if (end < 0) {
        throw unreadable();
      }
      found.add(der(text.substring(from, end)));
      begin = end;
    }
    return found;
  }

  private static List<byte[]> listed(String text) {
    List<byte[]> found = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      String one = each.strip();
      boolean colons = one.length() > 1 && one.startsWith(":") && one.endsWith(":");
      found.add(der(colons ? one.substring(1, one.length() - 1) : one));
    }
    return found;
  }

  private static byte[] der(String base64) {
    byte[] der = Base64.getMimeDecoder().decode(base64);
    if (der.length == 0) {
      throw unreadable();
    }
    return der;
  }

  private static UnreadableIdentity unreadable() {
    return UnreadableIdentity.certificate(
        "the client certificate's header holds neither PEM nor base64 of a certificate");
  }
}
