// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class LinksTest {
  @Test
  void keysAreSortedAndTheLimitIsTheEffectiveOne() {
    Links links = links("serial_number=a%20b&limit=0&ordering=-created_at");
    assertThat(links.next(new PageRequest(50, 0), 60))
        .isEqualTo(
            "https://mdm.example.com/api/mdm/devices/"
                + "?limit=50&offset=50&ordering=-created_at&serial_number=a+b");
  }

  @Test
  void repeatedParametersStay() {
    assertThat(links("tags=1&tags=2").with("limit", 5).toString())
        .endsWith("?limit=5&tags=1&tags=2");
  }

  @Test
  void theFirstPageHasNoOffset() {
    Links links = links("limit=2&offset=2");
    assertThat(links.previous(new PageRequest(2, 2))).endsWith("/?limit=2");
    assertThat(links.previous(new PageRequest(2, 1))).endsWith("/?limit=2");
    assertThat(links.previous(new PageRequest(2, 0))).isNull();
  }

  @Test
  void beyondTheEndThereIsOnlyAWayBack() {
    Links links = links("limit=2&offset=1000");
    assertThat(links.next(new PageRequest(2, 1000), 10)).isNull();
    assertThat(links.previous(new PageRequest(2, 1000))).endsWith("?limit=2&offset=998");
  }

  @Test
  void thePortOfTheHostStays() {
    MockHttpServletRequest request = request("limit=1");
    request.setServerPort(8443);
    assertThat(new Links(request).next(new PageRequest(1, 0), 2))
        .isEqualTo("https://mdm.example.com:8443/api/mdm/devices/?limit=1&offset=1");
  }

  private static Links links(String query) {
    return new Links(request(query));
  }

  private static MockHttpServletRequest request(String query) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/mdm/devices/");
    request.setScheme("https");
    request.setServerName("mdm.example.com");
    request.setServerPort(443);
    request.setQueryString(query);
    return request;
  }
}
