// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import daybook.commandside.ca.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads Envoy's {@code X-Forwarded-Client-Cert}: {@code Hash=…;Cert="…";Chain="…"}, the latter two
 * PEM, URL-encoded. It must hold one element: where each hop adds one, the first may be the
 * client's own invention and the last another proxy's certificate, so Envoy has to be told {@code
 * SANITIZE_SET}.
 *
 * @see <a
 *     href="https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/headers#x-forwarded-client-cert">Envoy,
 *     x-forwarded-client-cert</a>
 */
final class ForwardedClientCert {
  private ForwardedClientCert() {}

  /**
   * @return the DER of each certificate, the client's own first
   * @throws UnreadableIdentity when it names no client, or several
   */
  static List<byte[]> read(String header) {
    List<String> elements = split(header, ',');
    if (elements.size() != 1) {
      throw UnreadableIdentity.certificate(
          "X-Forwarded-Client-Cert has more than one element: have the proxy set it"
              + " (SANITIZE_SET), not append to it");
    }
    Map<String, String> pairs = pairs(elements.get(0));
    String own = pairs.get("cert");
    if (own == null || own.isEmpty()) {
      throw UnreadableIdentity.certificate("X-Forwarded-Client-Cert lacks Cert");
    }
    byte[] certificate = CertificateHeader.read(own).get(0);
    String hash = pairs.get("hash");
    if (hash != null && !hash.equalsIgnoreCase(Sha256.hex(certificate))) {
      throw UnreadableIdentity.certificate("Hash and Cert of X-Forwarded-Client-Cert disagree");
    }
    List<byte[]> found = new ArrayList<>(List.of(certificate));
    String chain = pairs.get("chain");
    if (chain != null && !chain.isEmpty()) {
      found.addAll(CertificateHeader.read(chain));
    }
    return found;
  }

  private static Map<String, String> pairs(String element) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String pair : split(element, ';')) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw UnreadableIdentity.certificate("X-Forwarded-Client-Cert is not a list of pairs");
      }
      String key = pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      // URI and DNS may stand there more than once, and are not needed.
      if (found.put(key, unquoted(pair.substring(equals + 1).strip())) != null
          && (key.equals("cert") || key.equals("hash") || key.equals("chain"))) {
        throw UnreadableIdentity.certificate(
            "X-Forwarded-Client-Cert has " + key + " more than once");
      }
    }
    return found;
  }

  /** Cut where the separator stands outside double quotes. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1).replace("\\\"", "\"")
        : value;
  }
}
