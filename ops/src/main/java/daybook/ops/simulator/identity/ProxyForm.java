// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;

/** The forms in which proxies pass on the certificate that a client showed them in TLS. */
public enum ProxyForm {
  /** {@code $ssl_client_escaped_cert}, with {@code $ssl_client_s_dn} beside it. */
  NGINX("X-SSL-Client-Cert", identity -> escaped(pem(identity, "\n"))),
  /** {@code $ssl_client_cert}: lines are folded with tabs. */
  NGINX_FOLDED("X-SSL-Client-Cert", identity -> pem(identity, "\t")),
  /** {@code SSL_CLIENT_CERT}: line ends become blanks. */
  APACHE("X-SSL-Client-Cert", identity -> pem(identity, " ")),
  /** {@code ssl_c_der,base64}; Caddy writes the same. */
  HAPROXY("X-SSL-Client-Cert", identity -> base64(identity)),
  /** {@code passTLSClientCert}, PEM: base64 alone, escaped. */
  TRAEFIK("X-SSL-Client-Cert", identity -> escaped(base64(identity))),
  /** Escaped, except for what is safe in a URL. */
  AWS(
      "X-SSL-Client-Cert",
      identity ->
          escaped(pem(identity, "\n")).replace("%2B", "+").replace("%3D", "=").replace("%2F", "/")),
  /** {@code SANITIZE_SET}, with {@code cert: true}. */
  ENVOY(
      "X-Forwarded-Client-Cert",
      identity -> "By=spiffe://mdm;Cert=\"" + escaped(pem(identity, "\n")) + "\""),
  /** RFC 9440: a byte sequence of structured fields. */
  RFC_9440("Client-Cert", identity -> ":" + base64(identity) + ":");

  private final String header;
  private final Function<Identity, String> value;

  ProxyForm(String header, Function<Identity, String> value) {
    this.header = header;
    this.value = value;
  }

  /** The header's name. */
  public String header() {
    return header;
  }

  Map<String, String> headers(Identity identity) {
    String certificate = value.apply(identity);
    return this == NGINX
        ? Map.of(
            header,
            certificate,
            "X-SSL-Client-S-DN",
            DistinguishedName.rfc2253(identity.certificate().getSubject()))
        : Map.of(header, certificate);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.US_ASCII).replace("+", "%20");
  }

  private static String pem(Identity identity, String lineEnd) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(identity.der());
    String pem = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    return lineEnd.equals("\n") ? pem : pem.strip().replace("\n", lineEnd);
  }

  private static String base64(Identity identity) {
    return Base64.getEncoder().encodeToString(identity.der());
  }
}
