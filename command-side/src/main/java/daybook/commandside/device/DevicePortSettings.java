// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device;

import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where devices check in, when that is elsewhere than where profiles, certificates and pages are.
 *
 * @param port key {@code daybook.device.port}: a port on which Daybook itself asks for client
 *     certificates; 0: none. Unless {@code daybook.mtls_proxy} is set, new profiles rely on it
 * @param publicUrl key {@code daybook.device.public_url}: where devices reach it, {@code
 *     https://…}; empty: the host of {@code daybook.public_url}, and this port
 */
@ConfigurationProperties("daybook.device")
public record DevicePortSettings(@DefaultValue("0") int port, @DefaultValue("") String publicUrl) {
  public DevicePortSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "daybook.device.port must lie between 0 and 65535, not " + port);
    }
    publicUrl = publicUrl.strip().replaceAll("/+$", "");
    if (!publicUrl.isEmpty() && !isHttps(publicUrl)) {
      throw new IllegalArgumentException(
          "daybook.device.public_url must be like https://devices.example.org:8443, not "
              + publicUrl);
    }
  }

  private static boolean isHttps(String url) {
    try {
      URI uri = new URI(url);
      return "https".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getQuery() == null
          && uri.getFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
