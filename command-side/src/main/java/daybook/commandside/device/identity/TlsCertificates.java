// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The certificates that the client showed in mutual TLS with us; it holds the first one's key. Only
 * the connector for devices asks for them.
 *
 * @see <a href="https://jakarta.ee/specifications/servlet/6.1/">Servlet 6.1, 3.10</a>
 */
final class TlsCertificates {
  private static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";
  private static final int MOST_CERTIFICATES = 16;

  private TlsCertificates() {}

  /**
   * The DER of each, the client's own first.
   *
   * @throws UnreadableIdentity when there are too many
   */
  static Optional<List<byte[]>> of(HttpServletRequest request) {
    if (!request.isSecure()
        || !(request.getAttribute(ATTRIBUTE) instanceof X509Certificate[] shown)
        || shown.length == 0) {
      return Optional.empty();
    }
    if (shown.length > MOST_CERTIFICATES) {
      throw UnreadableIdentity.certificate("the client showed too many certificates");
    }
    List<byte[]> found = new ArrayList<>();
    for (X509Certificate certificate : shown) {
      try {
        found.add(certificate.getEncoded());
      } catch (CertificateEncodingException e) {
        throw UnreadableIdentity.certificate("the client's certificate can't be read");
      }
    }
    return Optional.of(found);
  }
}
