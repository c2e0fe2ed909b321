// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

class TrustedProxiesTest {
  @Test
  void nobodyIsTrustedByDefault() {
    MockHttpServletRequest request = from("127.0.0.1");
    request.addHeader("X-Forwarded-For", "203.0.113.9");
    assertThat(proxies().speakFor(request)).isFalse();
    assertThat(proxies().clientAddress(request)).isEqualTo("127.0.0.1");
  }

  @Test
  void behindATrustedProxyTheLastUntrustedHopIsTheClient() {
    MockHttpServletRequest request = from("10.1.2.3");
    request.addHeader("X-Forwarded-For", "198.51.100.1, 203.0.113.9, 10.9.9.9");
    assertThat(proxies("10.0.0.0/8").clientAddress(request)).isEqualTo("203.0.113.9");
  }

  @Test
  void aHopThatIsNoAddressEndsTheChain() {
    MockHttpServletRequest request = from("10.1.2.3");
    request.addHeader("X-Forwarded-For", "203.0.113.9, evil.example");
    assertThat(proxies("10.1.2.3").clientAddress(request)).isEqualTo("10.1.2.3");
  }

  @Test
  void portsAndBracketsAreCutOff() {
    MockHttpServletRequest request = from("::1");
    request.addHeader("X-Forwarded-For", "[2001:db8::7]:4711");
    assertThat(proxies("::1").clientAddress(request)).isEqualTo("2001:db8:0:0:0:0:0:7");
    MockHttpServletRequest other = from("::1");
    other.addHeader("X-Forwarded-For", "203.0.113.9:4711");
    assertThat(proxies("::1/128").clientAddress(other)).isEqualTo("203.0.113.9");
  }

  @Test
  void realIpIsTakenWhereNothingWasForwarded() {
    MockHttpServletRequest request = from("10.1.2.3");
    request.addHeader("X-Real-IP", "203.0.113.9");
    assertThat(proxies("10.0.0.0/8").clientAddress(request)).isEqualTo("203.0.113.9");
    assertThat(proxies("192.168.0.0/16").clientAddress(request)).isEqualTo("10.1.2.3");
  }

  @Test
  void aNetworkEndsAtItsLastBit() {
    assertThat(proxies("10.0.0.128/25").speakFor(from("10.0.0.128"))).isTrue();
    assertThat(proxies("10.0.0.128/25").speakFor(from("10.0.0.127"))).isFalse();
    assertThat(proxies("2001:db8::/33").speakFor(from("2001:db8:7fff::1"))).isTrue();
    assertThat(proxies("2001:db8::/33").speakFor(from("2001:db8:8000::1"))).isFalse();
  }

  @Test
  void aWrongSettingNamesItsKey() {
    for (String wrong : List.of("localhost", "10.0.0.0/33", "10.0.0/8", "::1/129", "1.2.3.4/x")) {
      assertThatThrownBy(() -> proxies(wrong))
          .as(wrong)
          .hasMessageContaining("daybook.trusted_proxies");
    }
    assertThatThrownBy(
            () ->
                new DoorSettings(
                    List.of(),
                    DataSize.ofMegabytes(1),
                    DataSize.ofMegabytes(16),
                    DataSize.ofMegabytes(1)))
        .hasMessageContaining("daybook.connect_digest_limit");
    assertThatThrownBy(
            () ->
                new DoorSettings(
                    List.of(),
                    DataSize.ofBytes(0),
                    DataSize.ofMegabytes(16),
                    DataSize.ofMegabytes(64)))
        .hasMessageContaining("daybook.checkin_limit");
  }

  private static TrustedProxies proxies(String... networks) {
    return new TrustedProxies(
        new DoorSettings(
            List.of(networks),
            DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(16),
            DataSize.ofMegabytes(64)));
  }

  private static MockHttpServletRequest from(String address) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    return request;
  }
}
