// SPDX-License-Identifier: Apache-2.0
package daybook.ops.start;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.ops.Daybook;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.identity.ProxyForm;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A switch of the way in which devices prove who they are says how many must renew first. */
class FormerModesTest {
  @TempDir Path folder;

  @Test
  void devicesBehindAProxyAreCountedWhenNewOnesAreToldToSign() {
    Map<String, String> proxied =
        Map.of("daybook.mtls_proxy", "true", "daybook.trusted_proxies", "127.0.0.1");
    try (RunningDaybook daybook = start(proxied)) {
      URI path = URI.create(URI.create(daybook.admin().enrollmentUrl()).getPath());
      SimulatedDevice.mac(301)
          .insideSimulation()
          .behindProxy(ProxyForm.values()[0])
          .enroll(daybook.url().resolve(path));
      assertThat(daybook.bean(FormerModes.class).sentences()).isEmpty();
    }
    try (RunningDaybook daybook =
        start(Map.of("daybook.mtls_proxy", "false", "daybook.trusted_proxies", "127.0.0.1"))) {
      assertThat(daybook.bean(FormerModes.class).sentences())
          .containsExactly(
              "1 enrolled device proves identity by the header of an mTLS proxy: keep the proxy and"
                  + " daybook.trusted_proxies until as many have renewed their identity or enrolled"
                  + " again.");
    }
    try (RunningDaybook daybook =
        start(Map.of("daybook.mtls_proxy", "false", "daybook.trusted_proxies", ""))) {
      assertThat(daybook.bean(FormerModes.class).sentences())
          .singleElement()
          .asString()
          .contains("but daybook.trusted_proxies is empty", "none unenrolls");
    }
  }

  private RunningDaybook start(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("server.port", "0");
    all.put("daybook.push_delay", "0s");
    return RunningDaybook.start(
        Daybook.class, Arguments.parse("--simulate", "0"), Home.at(folder), all);
  }
}
