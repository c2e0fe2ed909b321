// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import java.io.IOException;
import java.util.List;
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
      return PemCertificates.read(new PemSource(KEY, value).text());
    } catch (IOException e) {
      // Without its cause: the sentence that names the key must be the root of what start-up tells.
      throw new IllegalArgumentException(
          KEY + " must be PEM certificates, or {{ file:PATH }} of such a file: " + e.getMessage());
    }
  }
}
