// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.device.DevicePortSettings;
import daybook.commandside.device.DeviceSettings;
import daybook.domain.enrollment.IdentityMode;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How new profiles have devices prove their identity, and where they have them check in. */
@Component
public class NewProfiles {
  private final DeviceSettings device;
  private final DevicePortSettings port;

  NewProfiles(DeviceSettings device, DevicePortSettings port) {
    this.device = device;
    this.port = port;
  }

  public IdentityMode mode() {
    if (device.mtlsProxy()) {
      return IdentityMode.PROXY;
    }
    return port.port() > 0 ? IdentityMode.TLS : IdentityMode.SIGNATURE;
  }

  /** What a new device gets. */
  ProfileTerms terms(URI publicUrl, String topic) {
    return ProfileTerms.of(publicUrl, devices(publicUrl), topic, mode() == IdentityMode.SIGNATURE);
  }

  /**
   * What a renewal repeats. How messages are signed may change with it, but signing only ends where
   * new devices, too, are told this very address.
   */
  ProfileTerms renewed(ProfileTerms served, URI publicUrl) {
    boolean sign = mode() == IdentityMode.SIGNATURE;
    boolean sameUrl =
        publicUrl != null
            && served.serverUrl().equals(terms(publicUrl, served.topic()).serverUrl());
    return served.signing(sign || (served.signMessage() && !sameUrl));
  }

  /** The hosts that a new device is told. */
  public Set<String> hosts(URI publicUrl) {
    return Set.copyOf(List.of(publicUrl.getHost(), devices(publicUrl).getHost()));
  }

  private URI devices(URI publicUrl) {
    if (!port.publicUrl().isEmpty()) {
      return URI.create(port.publicUrl());
    }
    return mode() == IdentityMode.TLS
        ? URI.create("https://" + publicUrl.getHost() + ":" + port.port())
        : publicUrl;
  }
}
