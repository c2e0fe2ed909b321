// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import daybook.commandside.fake.Identity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The header in which each proxy tells of a client's certificate, and how it writes it. */
final class ProxyForms {
  private ProxyForms() {}

  /**
   * By the proxy's name.
   *
   * @param header its name
   * @param value its value
   */
  record Form(String header, String value) {}

  /** Each with the client's certificate alone. */
  static Map<String, Form> of(Identity client) {
    String pem = client.pem();
    Map<String, Form> forms = new LinkedHashMap<>();
    forms.put("nginx, $ssl_client_escaped_cert", usual(escaped(pem)));
    forms.put("nginx, $ssl_client_cert, folded", usual(pem.strip().replace("\n", "\n\t")));
    forms.put(
        "nginx, $ssl_client_cert, as Tomcat unfolds it", usual(pem.strip().replace("\n", " ")));
    forms.put("nginx, tabs alone", usual(pem.strip().replace("\n", "\t")));
    forms.put("Apache httpd, SSL_CLIENT_CERT", usual(pem.replace("\n", " ")));
    forms.put(
        "form encoding, blanks as plus signs",
        usual(URLEncoder.encode(pem, StandardCharsets.UTF_8)));
    forms.put("line ends escaped, nothing else", usual(pem.replace("\n", "%0A")));
    forms.put("HAProxy, ssl_c_der,base64", usual(base64(client)));
    forms.put("Caddy, certificate_der_base64", new Form("X-Client-Der", base64(client)));
    forms.put("ingress-nginx", new Form("SSL-Client-Cert", escaped(pem)));
    forms.put("Azure App Service", new Form("X-ARR-ClientCert", base64(client)));
    forms.put("Traefik", new Form("X-Forwarded-Tls-Client-Cert", base64(client)));
    forms.put(
        "Traefik 1, escaped",
        new Form(
            "X-Forwarded-Tls-Client-Cert",
            URLEncoder.encode(base64(client), StandardCharsets.UTF_8)));
    forms.put("AWS, + = / left as they are", new Form("X-Amzn-Mtls-Clientcert", amazon(pem)));
    forms.put("RFC 9440", new Form("Client-Cert", ":" + base64(client) + ":"));
    forms.put("Envoy", new Form("X-Forwarded-Client-Cert", envoy(client, List.of())));
    return forms;
  }

  /** Where a proxy also tells the certificates above the client's. */
  static Map<String, Form> of(Identity client, Identity intermediate) {
    List<Identity> chain = List.of(client, intermediate);
    String pem = chain.stream().map(Identity::pem).collect(Collectors.joining());
    String list = chain.stream().map(ProxyForms::base64).collect(Collectors.joining(","));
    return Map.of(
        "Traefik", new Form("X-Forwarded-Tls-Client-Cert", list),
        "AWS, passthrough", new Form("X-Amzn-Mtls-Clientcert", amazon(pem)),
        "PEM, escaped", usual(escaped(pem)),
        "Envoy", new Form("X-Forwarded-Client-Cert", envoy(client, chain)));
  }

  static String base64(Identity identity) {
    return Base64.getEncoder().encodeToString(identity.encoded());
  }

  static String envoy(Identity client, List<Identity> chain) {
    List<String> pairs =
        new ArrayList<>(
            List.of(
                "By=spiffe://example.org/frontend",
                "Hash=" + client.sha256(),
                "Cert=\"" + escaped(client.pem()) + "\""));
    if (!chain.isEmpty()) {
      String pem = chain.stream().map(Identity::pem).collect(Collectors.joining());
      pairs.add("Chain=\"" + escaped(pem) + "\"");
    }
    pairs.add("Subject=\"CN=MDM$OTA$a\\\"b,O=Daybook; Sons\"");
    pairs.add("URI=");
    return String.join(";", pairs);
  }

  private static Form usual(String value) {
    return new Form("X-SSL-Client-Cert", value);
  }

  private static String escaped(String pem) {
    return URLEncoder.encode(pem, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String amazon(String pem) {
    return escaped(pem).replace("%2B", "+").replace("%3D", "=").replace("%2F", "/");
  }
}
