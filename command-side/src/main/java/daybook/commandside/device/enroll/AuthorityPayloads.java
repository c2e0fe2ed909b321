// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.ca.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Payloads that have a device trust the private authorities above our TLS certificate.
 *
 * @see <a href="https://developer.apple.com/documentation/devicemanagement/certificateroot">
 *     CertificateRoot</a>
 */
record AuthorityPayloads(List<X509CertificateHolder> authorities) {
  private static final String ROOT = "com.apple.security.root";
  private static final String INTERMEDIATE = "com.apple.security.pkcs1";

  /** One each; the same certificate gives the same payload. */
  List<Map<String, Object>> payloads(String profileIdentifier) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (X509CertificateHolder authority : authorities) {
      byte[] der = der(authority);
      String sha256 = Sha256.hex(der);
      boolean root = authority.getSubject().equals(authority.getIssuer());
      Map<String, Object> payload = new LinkedHashMap<>();
      payload.put("PayloadType", root ? ROOT : INTERMEDIATE);
      payload.put("PayloadVersion", 1);
      payload.put("PayloadIdentifier", profileIdentifier + ".tls." + sha256.substring(0, 16));
      payload.put("PayloadUUID", UUID.nameUUIDFromBytes(der).toString().toUpperCase(Locale.ROOT));
      payload.put("PayloadDisplayName", "Authority of the management server");
      payload.put("PayloadCertificateFileName", sha256.substring(0, 16) + ".cer");
      payload.put("PayloadContent", der);
      found.add(payload);
    }
    return found;
  }

  /** Tells one set of authorities from another. */
  String fingerprint() {
    StringBuilder all = new StringBuilder();
    authorities.forEach(each -> all.append(Sha256.hex(der(each))));
    return all.toString();
  }

  private static byte[] der(X509CertificateHolder certificate) {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("a certificate without encoding", e);
    }
  }
}
