// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which authorities are trusted besides our own.
 *
 * @param scepCaFullchain key {@code daybook.scep_ca_fullchain}: PEM text of authorities and their
 *     intermediates, or <code>{{ file:PATH }}</code>; nothing by default
 */
@ConfigurationProperties("daybook")
record TrustSettings(String scepCaFullchain) {
  private static final String KEY = "daybook.scep_ca_fullchain";
  private static final Pattern FILE = Pattern.compile("\\{\\{\\s*file:(.+?)\\s*}}");

  TrustSettings {
    scepCaFullchain = scepCaFullchain == null ? "" : scepCaFullchain.strip();
    parse(scepCaFullchain);
  }

  List<X509CertificateHolder> certificates() {
    return parse(scepCaFullchain);
  }

  private static List<X509CertificateHolder> parse(String value) {
    if (value.isEmpty()) {
      return List.of();
    }
    try {
      Matcher file = FILE.matcher(value);
      return PemCertificates.read(
          file.matches() ? Files.readString(Path.of(file.group(1))) : value);
    } catch (IOException | InvalidPathException e) {
      // Without its cause: the sentence that names the key must be the root of what start-up tells.
      throw new IllegalArgumentException(
          KEY + " must be PEM certificates, or {{ file:PATH }} of such a file: " + e.getMessage());
    }
  }
}
