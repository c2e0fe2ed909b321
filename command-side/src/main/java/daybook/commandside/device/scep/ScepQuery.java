// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The query of a SCEP request, taken apart from its raw text: some clients repeat their binary
 * message in it, which a servlet container's own parameters don't survive.
 */
record ScepQuery(String raw) {
  ScepQuery {
    raw = raw == null ? "" : raw;
  }

  /** The operation; empty when there is none. */
  String operation() {
    return find("operation").map(ScepQuery::unescape).orElse("");
  }

  /** The message of a GET, which is base64 in either alphabet, padded or not. */
  byte[] message() throws ScepProblem {
    String text =
        find("message").map(ScepQuery::unescape).orElseThrow(() -> ScepProblem.unreadable("none"));
    String standard =
        text.replace(' ', '+').replace('-', '+').replace('_', '/').replaceAll("[\r\n=]", "");
    return ScepProblem.guard("no base64", () -> Base64.getDecoder().decode(standard));
  }

  private Optional<String> find(String name) {
    for (String pair : raw.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return Optional.of(pair.substring(name.length() + 1));
      }
    }
    return Optional.empty();
  }

  /** Percent signs only: a plus stays a plus, as it does in base64. */
  private static String unescape(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%'
          && i + 2 < text.length()
          && HexFormat.isHexDigit(text.charAt(i + 1))
          && HexFormat.isHexDigit(text.charAt(i + 2))) {
        bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
