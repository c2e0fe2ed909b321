// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.door;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.fake.PlainVault;
import daybook.commandside.fake.TestClock;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class OriginsTest {
  private final PlainVault vault = new PlainVault();
  private final Origins origins =
      new Origins(
          vault,
          new TrustedProxies(
              new DoorSettings(
                  List.of(),
                  DataSize.ofMegabytes(1),
                  DataSize.ofMegabytes(16),
                  DataSize.ofMegabytes(64))),
          new TestClock());

  @Test
  void addressAndUserAgentAreSealedForTheActor() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr("203.0.113.9");
    request.addHeader("User-Agent", "MDM/1.0 " + "x".repeat(1000));
    Origin origin = origins.of(request, Actor.server(), new Subject("account:1"));
    assertThat(vault.open(origin.remoteAddress().sealed(), "metadata", "remote_address"))
        .contains("203.0.113.9".getBytes());
    assertThat(PlainVault.plain(origin.userAgent().sealed())).hasSize(256).startsWith("MDM/1.0 x");
    assertThat(vault.subjects).containsExactly(new Subject("account:1"));
  }

  @Test
  void anAskingOriginSealsNothing() {
    Origin origin = origins.asking(new MockHttpServletRequest(), Actor.stranger());
    assertThat(origin.remoteAddress()).isNull();
    assertThat(vault.subjects).isEmpty();
  }

  @Test
  void aCleanRequestIdIsKeptAndComesBack() throws Exception {
    assertThat(answered("abc-1.2_X")).isEqualTo("abc-1.2_X");
  }

  @Test
  void anUncleanRequestIdIsReplaced() throws Exception {
    for (String unclean : List.of("", "a b", "x\r\nSet-Cookie: y", "x".repeat(65))) {
      assertThat(answered(unclean)).matches("[0-9a-f-]{36}");
    }
  }

  private String answered(String sent) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader("X-Request-Id", sent);
    MockHttpServletResponse response = new MockHttpServletResponse();
    new RequestIds().doFilter(request, response, new MockFilterChain());
    assertThat(origins.requestId(request)).isEqualTo(response.getHeader("X-Request-Id"));
    return response.getHeader("X-Request-Id");
  }
}
