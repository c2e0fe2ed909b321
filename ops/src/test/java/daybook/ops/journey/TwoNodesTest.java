// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.commandside.access.AccountTokens;
import daybook.commandside.access.Accounts;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.access.AccountState;
import daybook.ops.postgres.PostgresServer;
import daybook.ops.simulator.SimulatedDevice;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL: what is done at one holds at the other at once. */
class TwoNodesTest {
  private static final Origin OPERATOR = Origin.of(Actor.operator("test"), "request");

  @TempDir private Path folder;
  private Balancer balancer;
  private House one;
  private House other;

  @BeforeEach
  void start() throws Exception {
    String database = PostgresServer.newDatabase();
    balancer = Balancer.start();
    Map<String, String> settings =
        Map.of(
            "daybook.log_url",
            database,
            "daybook.keys_url",
            database,
            "daybook.several_nodes",
            "true",
            "daybook.public_url",
            balancer.url().toString());
    one = House.at(folder.resolve("one"), settings);
    copy("master.key");
    for (String name :
        Set.of(
            "ca.pem",
            "server-key.pem",
            "server-certificate.pem",
            "push-key.pem",
            "push-certificate.pem")) {
      copy("simulation/apns/" + name);
    }
    other = House.at(folder.resolve("other"), settings);
    balancer.to(one.url(), other.url());
  }

  private void copy(String name) throws IOException {
    Path target = folder.resolve("other").resolve(name);
    Files.createDirectories(target.getParent());
    Files.copy(folder.resolve("one").resolve(name), target);
  }

  @AfterEach
  void stop() {
    other.close();
    one.close();
    balancer.close();
  }

  @Test
  void aDeviceTalksToEitherAndEachKnowsWhatItToldTheOther() {
    assertThat(other.daybook().admin().isNew()).isFalse();
    assertThat(folder.resolve("other/admin.json")).doesNotExist();
    Api here = api(one);
    Api there = api(other);
    SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation();

    mac.enroll(URI.create(one.daybook().admin().enrollmentUrl()));

    JsonNode seenHere = here.deviceByUdid(mac.udid());
    JsonNode seenThere = there.deviceByUdid(mac.udid());
    for (String field : Set.of("id", "udid", "serial_number", "name")) {
      assertThat(seenThere.get(field)).as(field).isEqualTo(seenHere.get(field));
    }
    long number = seenHere.get("id").asLong();
    mac.connect();
    Set<String> answered = new HashSet<>();
    for (int i = 0; i < 6; i++) {
      String command = (i % 2 == 0 ? here : there).queue(number, "ProfileList");
      balancer.to(i % 2 == 0 ? other.url() : one.url());
      assertThat(mac.connect())
          .extracting(it -> it.command().toLowerCase(java.util.Locale.ROOT))
          .containsExactly(command.toLowerCase(java.util.Locale.ROOT));
      assertThat(answered.add(command)).isTrue();
    }

    assertThat(here.status("POST", "/api/mdm/devices/" + number + "/block/")).isLessThan(300);
    balancer.to(other.url());
    try {
      mac.connect();
    } catch (AssertionError | RuntimeException refused) {
      assertThat(refused).isNotNull();
    }
    assertThat(mac.isEnrolled()).as("told by the other node to go").isFalse();
  }

  @Test
  void aTokenThatOneNodeRevokesTheOtherRefusesNext() {
    AccountState admin = one.bean(Accounts.class).find("admin", OPERATOR).reply();
    for (int i = 0; i < 3; i++) {
      House issuing = i % 2 == 0 ? one : other;
      House using = i % 2 == 0 ? other : one;
      String token = issuing.bean(AccountTokens.class).issue(admin, "ci", null, OPERATOR).reply();
      assertThat(status(using, token)).isEqualTo(200);
      issuing.bean(AccountTokens.class).revokeNamed(admin.account(), "ci", OPERATOR).reply();
      assertThat(status(using, token)).isEqualTo(401);
    }
  }

  private static int status(House house, String token) {
    return new Api(house.url(), token).status("GET", "/api/mdm/devices/");
  }

  @Test
  void whoSignedInAtOneIsKnownAtTheOtherUntilTheySignOutAnywhere() throws Exception {
    CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    assertThat(get(browser, one, "/sign-in").statusCode()).isEqualTo(200);
    assertThat(get(browser, one, "/").statusCode()).isEqualTo(302);
    String form =
        "username=admin&password="
            + URLEncoder.encode(one.daybook().admin().password(), StandardCharsets.UTF_8);

    assertThat(post(browser, cookies, one, "/sign-in", form)).isEqualTo(302);

    String secret = cookie(cookies, "daybook_session");
    assertThat(get(browser, other, "/").statusCode()).isEqualTo(200);
    assertThat(get(browser, one, "/").statusCode()).isEqualTo(200);
    assertThat(post(browser, cookies, other, "/sign-out", "")).isEqualTo(302);
    HttpClient thief = HttpClient.newHttpClient();
    for (House house : Set.of(one, other)) {
      HttpRequest stolen =
          HttpRequest.newBuilder(house.url().resolve("/"))
              .header("Cookie", "daybook_session=" + secret)
              .build();
      assertThat(thief.send(stolen, BodyHandlers.ofString()).statusCode()).isEqualTo(302);
    }
  }

  private static HttpResponse<String> get(HttpClient browser, House house, String path)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(house.url().resolve(path)).build(), BodyHandlers.ofString());
  }

  private static int post(
      HttpClient browser, CookieManager cookies, House house, String path, String form)
      throws IOException, InterruptedException {
    return browser
        .send(
            HttpRequest.newBuilder(house.url().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&_csrf=" + cookie(cookies, "daybook_csrf")))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  private static String cookie(CookieManager cookies, String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow();
  }

  private Api api(House house) {
    return new Api(house.url(), one.daybook().admin().apiToken());
  }
}
