// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** How a message proves whose it is: the headers that go with a body. */
@FunctionalInterface
public interface Proof {
  Map<String, String> headers(Identity identity, byte[] body);

  /** The device signs each message. */
  static Proof signed(SignatureShape shape) {
    return (identity, body) -> Map.of("Mdm-Signature", shape.header(identity, body));
  }

  /**
   * What a TLS proxy in front of the server writes after it has checked the client's certificate,
   * as nginx does with {@code $ssl_client_escaped_cert} and {@code $ssl_client_s_dn}.
   */
  static Proof proxied() {
    return (identity, body) ->
        Map.of(
            "X-SSL-Client-Cert", escaped(pem(identity)),
            "X-SSL-Client-S-DN", DistinguishedName.rfc2253(identity.certificate().getSubject()));
  }

  private static String escaped(String pem) {
    return URLEncoder.encode(pem, StandardCharsets.US_ASCII).replace("+", "%20");
  }

  private static String pem(Identity identity) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(identity.der())
        + "\n-----END CERTIFICATE-----\n";
  }
}
