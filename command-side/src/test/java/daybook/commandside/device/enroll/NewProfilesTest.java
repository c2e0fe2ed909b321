// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.commandside.device.DevicePortSettings;
import daybook.commandside.device.DeviceSettings;
import daybook.domain.enrollment.IdentityMode;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NewProfilesTest {
  private static final URI URL = URI.create("https://mdm.example.org");
  private static final String TOPIC = "com.apple.mgmt.External.x";

  private final NewProfiles signing = profiles(false, 0, "");
  private final NewProfiles proxy = profiles(true, 0, "");
  private final NewProfiles port = profiles(false, 8443, "");

  @Test
  void theSettingsSayHowDevicesProveThemselvesAndWhere() {
    assertThat(signing.mode()).isEqualTo(IdentityMode.SIGNATURE);
    assertThat(proxy.mode()).isEqualTo(IdentityMode.PROXY);
    assertThat(port.mode()).isEqualTo(IdentityMode.TLS);
    assertThat(profiles(true, 8443, "").mode()).isEqualTo(IdentityMode.PROXY);
    assertThat(signing.terms(URL, TOPIC).signMessage()).isTrue();
    ProfileTerms terms = port.terms(URL, TOPIC);
    assertThat(terms.signMessage()).isFalse();
    assertThat(terms.serverUrl()).isEqualTo("https://mdm.example.org:8443/public/mdm/connect/");
    assertThat(terms.checkInUrl()).isEqualTo("https://mdm.example.org:8443/public/mdm/checkin/");
    assertThat(terms.scepUrl()).isEqualTo("https://mdm.example.org/public/mdm/scep");
    NewProfiles elsewhere = profiles(true, 0, "https://devices.example.org/");
    assertThat(elsewhere.terms(URL, TOPIC).serverUrl())
        .isEqualTo("https://devices.example.org/public/mdm/connect/");
    assertThat(elsewhere.hosts(URL)).containsOnly("mdm.example.org", "devices.example.org");
  }

  @Test
  void aRenewalMayBeginSigningAndEndsItOnlyWhereNewDevicesAreToldTheSameAddress() {
    ProfileTerms signed = signing.terms(URL, TOPIC);
    ProfileTerms shown = port.terms(URL, TOPIC);
    assertThat(signing.renewed(shown, URL)).isEqualTo(shown.signing(true));
    assertThat(proxy.renewed(signed, URL)).isEqualTo(signed.signing(false));
    assertThat(port.renewed(signed, URL)).as("its address asks for none").isEqualTo(signed);
    assertThat(port.renewed(shown, URL)).isEqualTo(shown);
    assertThat(port.renewed(signed, null)).isEqualTo(signed);
  }

  @Test
  void aSettingThatIsNoPortOrAddressIsNamed() {
    assertThatThrownBy(() -> new DevicePortSettings(70_000, ""))
        .hasMessageContaining("daybook.device.port");
    assertThatThrownBy(() -> new DevicePortSettings(0, "http://x"))
        .hasMessageContaining("daybook.device.public_url");
  }

  private static NewProfiles profiles(boolean proxied, int port, String url) {
    return new NewProfiles(
        new DeviceSettings(proxied, Duration.ofSeconds(10), 64, 1000, 3000),
        new DevicePortSettings(port, url));
  }
}
