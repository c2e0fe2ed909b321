// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;

/** Who vouches for devices over the air. */
class DeviceAuthoritiesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @Test
  void applesAuthorityIsSignedUpToItsRootThoughNoDateSatisfiesTheChain() {
    List<X509CertificateHolder> apple = DeviceAuthorities.apple();
    assertThat(apple).hasSize(3);
    X509CertificateHolder root = apple.get(2);
    assertThat(new Chain(List.of(root), List.of()).reaches(apple.get(1), NOW)).isTrue();
    assertThat(new Chain(List.of(apple.get(1)), List.of()).reaches(apple.get(0), NOW)).isTrue();
    assertThat(apple.get(0).getSubject().toString()).contains("CN=Apple iPhone Device CA");
    assertThat(apple.get(0).isValidOn(java.util.Date.from(NOW))).isFalse();
  }

  @Test
  void whatIsAboveTheDeviceAuthorityVouchesForNothing() {
    assertThat(new DeviceAuthorities("").vouchFor(DeviceAuthorities.apple().get(0))).isFalse();
    assertThat(new DeviceAuthorities("").vouchFor(DeviceAuthorities.apple().get(1))).isFalse();
  }

  @Test
  void othersVouchWhereTheyAreNamedAndApplesDoesNoMore() throws Exception {
    TestAuthority maker = TestAuthority.root("Maker", NOW);
    X509CertificateHolder device = maker.identity(NOW, NOW.plusSeconds(1), null);
    assertThat(new DeviceAuthorities(TestAuthority.pem(maker.certificate)).vouchFor(device))
        .isTrue();
    assertThat(new DeviceAuthorities("").vouchFor(device)).isFalse();
  }

  @Test
  void aWrongSettingIsNamed() {
    assertThatThrownBy(() -> new DeviceAuthorities("nonsense"))
        .hasMessageContaining("daybook.device_ca_fullchain must be PEM");
  }
}
