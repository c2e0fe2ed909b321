// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who signs in is known by the address that trusted proxies tell, and by no other. */
class SignInTest {
  private static final String ADDRESSES = "/results/0/origin/remote_address";

  @TempDir Path folder;

  @Test
  void aTrustedProxyTellsTheAddress() throws Exception {
    assertThat(addressOfSignIn(Map.of("daybook.trusted_proxies", "127.0.0.1")))
        .isEqualTo("198.51.100.7");
  }

  @Test
  void nobodyElseDoes() throws Exception {
    assertThat(addressOfSignIn(Map.of())).isEqualTo("127.0.0.1");
  }

  private String addressOfSignIn(Map<String, String> settings) throws Exception {
    try (House house = House.at(folder, settings)) {
      assertThat(signIn(house).statusCode()).isEqualTo(302);
      Api api = house.api();
      String path = "/api/mdm/audit/?type=SignedIn";
      await().until(() -> !api.get(path).at(ADDRESSES).isMissingNode());
      return api.get(path).at(ADDRESSES).asText();
    }
  }

  private static HttpResponse<String> signIn(House house) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest page = HttpRequest.newBuilder(house.url().resolve("/sign-in")).build();
    String cookie =
        http.send(page, BodyHandlers.ofString()).headers().firstValue("set-cookie").orElseThrow();
    String csrf = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    String form =
        "username="
            + house.daybook().admin().username()
            + "&password="
            + URLEncoder.encode(house.daybook().admin().password(), StandardCharsets.UTF_8)
            + "&_csrf="
            + csrf;
    return http.send(
        HttpRequest.newBuilder(house.url().resolve("/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", "daybook_csrf=" + csrf)
            .header("X-Forwarded-For", "203.0.113.9, 198.51.100.7")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }
}
