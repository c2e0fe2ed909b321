// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who was not let in is told in the audit trail, within bounds; who was, stays no longer than may.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedAccessTest {
  private static final String USERS = "/api/accounts/users/";
  private static final String TOKENS = "/api/accounts/api_tokens/";
  private static final String DEVICES = "/api/mdm/devices/";
  private static final String PASSWORD = "a long enough password";

  private House house;
  private Api admin;

  @BeforeAll
  void open(@TempDir Path folder) {
    house = House.at(folder);
    admin = house.api();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aTokenThatIsRevokedUnknownOrMistypedLeavesItsReasonAndNotItself() {
    long bot =
        Api.json(admin.post(USERS, Map.of("username", "lost", "is_service_account", true)).body())
            .get("id")
            .asLong();
    var token = Api.json(admin.post(TOKENS, Map.of("user", bot, "name", "ci")).body());
    String secret = token.get("secret").asText();
    admin.status("DELETE", TOKENS + token.get("id").asText() + "/");

    assertThat(new Api(house.url(), secret).status("GET", DEVICES)).isEqualTo(401);
    assertThat(new Api(house.url(), secret.substring(1)).status("GET", DEVICES)).isEqualTo(401);
    assertThat(new Api(house.url(), "deadbeef").status("GET", DEVICES)).isEqualTo(401);

    await().untilAsserted(() -> assertThat(refusals()).contains("token revoked"));
    await().untilAsserted(() -> assertThat(refusals()).contains("token unknown"));
    await().untilAsserted(() -> assertThat(refusals()).contains("token malformed"));
    assertThat(refusals())
        .contains("the token “ci”")
        .doesNotContain(secret.substring(4), "deadbeef");
  }

  @Test
  void whoKnocksForHoursFillsACountAndNotTheLog() {
    Api stranger = new Api(house.url(), "ztlu_none");
    for (int i = 0; i < 60; i++) {
      stranger.status("GET", DEVICES);
    }
    int events = admin.get("/api/mdm/audit/?type=RequestRefused&limit=500").get("results").size();
    assertThat(events).isLessThan(60);
    house.daybook().bean(daybook.commandside.refusal.Refusals.class).flush();
    await()
        .untilAsserted(
            () ->
                assertThat(admin.get("/api/mdm/audit/?type=RequestsRefused").toString())
                    .contains("requests at api were refused: token malformed"));
  }

  @Test
  void aNewPasswordAndBeingShutOutEndTheOtherPageSessions() {
    String path =
        USERS
            + Api.json(
                    admin
                        .post(
                            USERS,
                            Map.of(
                                "username",
                                "jane",
                                "password",
                                PASSWORD,
                                "permissions",
                                List.of("mdm.view_enrolleddevice")))
                        .body())
                .get("id")
                .asLong()
            + "/";
    Chromium chromium = Chromium.start();
    try (BrowserContext context = chromium.context(ColorScheme.LIGHT)) {
      Page page = chromium.page(context);
      signIn(page, PASSWORD);
      PlaywrightAssertions.assertThat(Chromium.heading(page, "Devices")).isVisible();

      assertThat(admin.put(path, jane(true, PASSWORD + " of now")).statusCode()).isEqualTo(200);
      page.reload();
      PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
      signIn(page, PASSWORD + " of now");
      PlaywrightAssertions.assertThat(Chromium.heading(page, "Devices")).isVisible();

      assertThat(admin.put(path, jane(false, null)).statusCode()).isEqualTo(200);
      assertThat(admin.put(path, jane(true, null)).statusCode()).isEqualTo(200);
      page.reload();
      PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
    } finally {
      chromium.close();
    }
  }

  private void signIn(Page page, String password) {
    page.navigate(house.url() + "/");
    page.getByLabel("Name").fill("jane");
    page.getByLabel("Password").fill(password);
    Chromium.press(page, "Sign in");
  }

  private String refusals() {
    return admin.get("/api/mdm/audit/?type=RequestRefused&limit=500").toString();
  }

  private static Map<String, Object> jane(boolean active, String password) {
    Map<String, Object> jane = new java.util.HashMap<>();
    jane.put("username", "jane");
    jane.put("is_active", active);
    jane.put("permissions", List.of("mdm.view_enrolleddevice"));
    jane.put("password", password);
    return jane;
  }
}
