// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.tls.Tls;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where devices reach us: {@code daybook.public_url}, which must be https; in the simulation also
 * http on the loopback, and without the setting the port we listen on.
 */
@Component
public class PublicUrl {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final EnrollSettings settings;
  private final Tls tls;
  private final Environment environment;

  PublicUrl(EnrollSettings settings, Tls tls, Environment environment) {
    this.settings = settings;
    this.tls = tls;
    this.environment = environment;
  }

  /** One that doesn't come from settings: https, or http on the loopback. */
  public static PublicUrl of(URI url) {
    return new PublicUrl(new EnrollSettings(url.toString(), List.of(), true), null, null);
  }

  /** The address, without a slash at its end; empty when there is none that devices may use. */
  public Optional<URI> get() {
    if (!settings.publicUrl().isEmpty()) {
      return Optional.of(URI.create(settings.publicUrl())).filter(this::isAllowed);
    }
    return settings.simulation()
        ? Optional.of(URI.create((tls.isServed() ? "https" : "http") + "://127.0.0.1:" + port()))
        : Optional.empty();
  }

  /** Names that still lead here, though new devices are told another. */
  public List<String> formerHosts() {
    return settings.publicUrlFormerHosts();
  }

  private boolean isAllowed(URI url) {
    return "https".equals(url.getScheme())
        || (settings.simulation() && LOOPBACK.contains(url.getHost()));
  }

  private String port() {
    return environment.getProperty(
        "local.server.port", environment.getProperty("server.port", "8080"));
  }
}
