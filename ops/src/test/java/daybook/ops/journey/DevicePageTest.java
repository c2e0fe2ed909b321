// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import daybook.ops.simulator.SimulatedDevice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page of a device shows of its life, and what its buttons do. */
class DevicePageTest extends PageJourney {
  @Override
  House house(Path folder) {
    return House.atAnyTime(folder, Map.of("daybook.silence", "7d"));
  }

  @Test
  void anArchivedDeviceIsOutOfTheListUntilItIsBroughtBack() {
    SimulatedDevice mac = enrolled(201);
    try (BrowserContext context = chromium.context(ColorScheme.LIGHT)) {
      Page page = pageOf(context, mac);
      Chromium.press(page, "Archive");
      assertThat(fact(page, "Archived")).isVisible();
      Chromium.shoot(page, "device-archived");

      page.navigate(house.url() + "/");
      assertThat(row(page, mac)).hasCount(0);
      page.getByLabel("Archived or not").selectOption("Archived");
      row(page, mac).getByRole(AriaRole.LINK).click();
      Chromium.press(page, "Bring back into the lists");
      assertThat(fact(page, "Archived")).hasCount(0);

      page.navigate(house.url() + "/");
      assertThat(row(page, mac)).isVisible();
    }
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void aSilentDeviceTellsSinceWhenAndWhyPerhaps() {
    SimulatedDevice mac = enrolled(203);
    try (BrowserContext context = chromium.context(ColorScheme.LIGHT)) {
      Page page = pageOf(context, mac);
      assertThat(fact(page, "Silent since")).hasCount(0);
      house.pass(Duration.ofDays(8));
      assertThat(fact(page, "Silent since")).isVisible(patiently());
      assertThat(fact(page, "Likely causes")).containsText("off or offline");
      assertThat(page.getByText("Nothing was heard of the device since").first()).isVisible();
      Chromium.shoot(page, "device-silent");

      mac.connect();
      assertThat(fact(page, "Silent since")).hasCount(0);
    }
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void aRevokedIdentityIsRefusedAndTheDeviceStaysUnderManagement() {
    SimulatedDevice mac = enrolled(205);
    try (BrowserContext context = chromium.context(ColorScheme.DARK)) {
      Page page = pageOf(context, mac);
      assertThat(button(page, "Revoke this identity")).isHidden();
      page.getByText("Revoke its identity …").click();
      Chromium.shoot(page, "device-revoke");
      Chromium.press(page, "Revoke this identity");
      assertThat(page.locator("[data-state] .state")).hasText("Identity revoked");
      assertThat(fact(page, "Identity revoked")).isVisible();
      assertThat(page.getByText("Revoke its identity …")).hasCount(0);
      Chromium.shoot(page, "device-revoked");
    }
    assertThat(mac.tokenUpdate().status()).isEqualTo(400);
    assertThat(mac.isEnrolled()).isTrue();
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void whoMayOnlyLookHasNoButtons() {
    SimulatedDevice mac = enrolled(207);
    try (BrowserContext context = chromium.context(ColorScheme.LIGHT)) {
      Map<String, ?> looker =
          Map.of(
              "username",
              "looker",
              "password",
              "a long enough password",
              "permissions",
              List.of("mdm.view_enrolleddevice", "mdm.view_auditentry"));
      house.api().made("/api/accounts/users/", looker);
      Page page = chromium.page(context);
      page.navigate(house.url() + path(mac));
      page.getByLabel("Name").fill("looker");
      page.getByLabel("Password").fill("a long enough password");
      Chromium.press(page, "Sign in");
      assertThat(fact(page, "UDID")).isVisible();
      assertThat(page.getByLabel("Actions")).hasCount(0);
    }
  }

  @Test
  void aDeviceShowsItsGroupsAndIsFoundByItsTag() {
    Api api = house.api();
    long unit = id(api.made("/api/inventory/meta_business_units/", Map.of("name", "Berlin")));
    long tag = id(api.made("/api/inventory/tags/", Map.of("name", "kiosk")));
    long push = api.get("/api/mdm/push_certificates/").get("results").get(0).get("id").asLong();
    Map<String, ?> secret = Map.of("meta_business_unit", unit, "tags", List.of(tag));
    Map<String, ?> kiosks =
        Map.of(
            "name",
            "Kiosks",
            "push_certificate",
            push,
            "scep_issuer",
            "dab00000-0000-4000-8000-000000000001",
            "enrollment_secret",
            secret);
    String link =
        api.made("/api/mdm/ota_enrollments/", kiosks)
            .get("enrollment_secret")
            .get("secret")
            .asText();
    SimulatedDevice other = enrolled(209);
    SimulatedDevice kiosk =
        SimulatedDevice.mac(211).insideSimulation().enroll(house.link().resolve(link));
    try (BrowserContext context = chromium.context(ColorScheme.LIGHT)) {
      Page page = pageOf(context, kiosk);
      assertThat(fact(page, "Business unit")).containsText("Berlin");
      assertThat(fact(page, "Tags")).containsText("kiosk");
      Chromium.shoot(page, "device-groups");
      page.navigate(house.url() + "/");
      page.getByLabel("Tag", new Page.GetByLabelOptions().setExact(true)).selectOption("kiosk");
      assertThat(row(page, other)).hasCount(0);
      assertThat(row(page, kiosk)).isVisible();
      Chromium.shoot(page, "devices-tagged");
    }
    assertThat(chromium.complaints).isEmpty();
  }

  private SimulatedDevice enrolled(long seed) {
    return SimulatedDevice.mac(seed).insideSimulation().enroll(house.link());
  }

  private String path(SimulatedDevice device) {
    await().until(() -> house.api().story(device.udid()).contains("DeviceEnrolled"));
    return "/devices/" + house.api().deviceByUdid(device.udid()).get("id").asLong() + "/";
  }

  private Page pageOf(BrowserContext context, SimulatedDevice device) {
    Page page = chromium.page(context);
    Chromium.signIn(page, house, path(device));
    return page;
  }

  private static Locator fact(Page page, String label) {
    return page.locator("dl.facts > div")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.locator("dt", new Page.LocatorOptions().setHasText(label))));
  }

  private static Locator row(Page page, SimulatedDevice device) {
    return page.getByRole(AriaRole.ROW).filter(Chromium.has(device.serialNumber()));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, Chromium.named(name));
  }

  private static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
  }

  private static long id(JsonNode made) {
    return made.get("id").asLong();
  }
}
