// SPDX-License-Identifier: Apache-2.0
package daybook.ops.start;

import daybook.commandside.device.DevicePortSettings;
import daybook.commandside.device.enroll.NewProfiles;
import daybook.commandside.door.DoorSettings;
import daybook.domain.Catchup;
import daybook.domain.Log;
import daybook.domain.enrollment.IdentityMode;
import daybook.projections.device.DeviceViews;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Which enrolled devices prove their identity in another way than new ones are told to: how many
 * must renew before that way may be closed. All ways stay open; only proxy and port can be taken
 * away.
 */
@Component
final class FormerModes {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final NewProfiles profiles;
  private final DevicePortSettings port;
  private final DoorSettings door;
  private final DeviceViews devices;
  private final Catchup catchup;
  private final Log log;

  FormerModes(
      NewProfiles profiles,
      DevicePortSettings port,
      DoorSettings door,
      DeviceViews devices,
      Catchup catchup,
      Log log) {
    this.profiles = profiles;
    this.port = port;
    this.door = door;
    this.devices = devices;
    this.catchup = catchup;
    this.log = log;
  }

  List<String> sentences() {
    catchup.await("device", log.head(), PATIENCE);
    List<String> found = new ArrayList<>();
    if (profiles.mode() != IdentityMode.PROXY) {
      tell(
          found,
          IdentityMode.PROXY,
          "the header of an mTLS proxy",
          door.trustedProxies().isEmpty() ? "daybook.trusted_proxies is empty" : null,
          "the proxy and daybook.trusted_proxies");
    }
    if (profiles.mode() != IdentityMode.TLS) {
      tell(
          found,
          IdentityMode.TLS,
          "mutual TLS",
          port.port() == 0 ? "daybook.device.port is not set" : null,
          "daybook.device.port");
    }
    return found;
  }

  private void tell(List<String> found, IdentityMode mode, String how, String closed, String keep) {
    long count = devices.countEnrolled(mode);
    if (count > 0) {
      String who = count + (count == 1 ? " enrolled device proves" : " enrolled devices prove");
      found.add(
          closed == null
              ? who
                  + " identity by "
                  + how
                  + ": keep "
                  + keep
                  + " until as many have renewed their identity or enrolled again."
              : who
                  + " identity by "
                  + how
                  + ", but "
                  + closed
                  + ": none of them is let in, though none unenrolls. Set it again.");
    }
  }
}
