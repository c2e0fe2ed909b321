// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the enrollment door.
 *
 * @param publicUrl key {@code daybook.public_url}: where devices reach Daybook, {@code https://…};
 *     empty by default
 * @param publicUrlFormerHosts key {@code daybook.public_url_former_hosts}: names that still lead
 *     here, though new devices are told another
 * @param simulation key {@code daybook.simulation}: whether simulated devices are served, to whom
 *     plain http on the loopback is allowed
 */
@ConfigurationProperties("daybook")
record EnrollSettings(
    @DefaultValue("") String publicUrl,
    @DefaultValue List<String> publicUrlFormerHosts,
    @DefaultValue("false") boolean simulation) {
  EnrollSettings {
    publicUrlFormerHosts = List.copyOf(publicUrlFormerHosts);
    publicUrl = publicUrl.strip();
    while (publicUrl.endsWith("/")) {
      publicUrl = publicUrl.substring(0, publicUrl.length() - 1);
    }
    if (!publicUrl.isEmpty() && !isPlain(publicUrl)) {
      throw new IllegalArgumentException(
          "daybook.public_url must be like https://mdm.example.org, not " + publicUrl);
    }
  }

  private static boolean isPlain(String url) {
    try {
      URI uri = new URI(url);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getQuery() == null
          && uri.getFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
