// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * In which headers a trusted proxy tells the client's certificate. One name alone is believed, for
 * a proxy lets through what it doesn't set, and so every other name could be the client's own.
 *
 * @param mtlsProxyHeader {@code X-Forwarded-Client-Cert} is read as Envoy writes it; {@code
 *     Client-Cert} has its chain in {@code Client-Cert-Chain} (RFC 9440); any other name may hold
 *     any form of PEM or base64
 * @param mtlsProxySubjectHeader where the proxy tells the certificate's subject; compared when it
 *     is sent
 */
@ConfigurationProperties("daybook")
public record ProxySettings(
    @DefaultValue("X-SSL-Client-Cert") String mtlsProxyHeader,
    @DefaultValue("X-SSL-Client-S-DN") String mtlsProxySubjectHeader) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public ProxySettings {
    require("mtls_proxy_header", mtlsProxyHeader);
    require("mtls_proxy_subject_header", mtlsProxySubjectHeader);
  }

  private static void require(String key, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "daybook." + key + " must be the name of a header, not " + name);
    }
  }
}
