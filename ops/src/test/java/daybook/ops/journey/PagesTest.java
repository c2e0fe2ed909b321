// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import daybook.ops.simulator.SimulatedDevice;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pages as a person sees them, in Chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
  private House house;
  private Chromium chromium;

  @BeforeAll
  void open(@TempDir Path folder) {
    chromium = Chromium.start();
    house = House.at(folder);
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
      house.close();
    }
  }

  @Test
  void aPersonSignsInWatchesADeviceEnrollAndReadsItsTimeline() {
    try (BrowserContext context = chromium.context(ColorScheme.LIGHT)) {
      Page page = chromium.page(context);
      page.navigate(house.url() + "/");
      assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/sign-in.*"));
      page.getByLabel("Name").fill(house.daybook().admin().username());
      page.getByLabel("Password").fill("not the password");
      Chromium.press(page, "Sign in");
      assertThat(page.getByRole(AriaRole.ALERT)).hasText("The name or the password is wrong.");
      chromium.complaints.clear(); // Chromium tells of the 403 that the wrong password got
      Chromium.signIn(page, house, "/");
      assertThat(Chromium.heading(page, "Devices")).isVisible();
      Chromium.shoot(page, "devices-none");

      SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation().enroll(house.link());
      SimulatedDevice.iPhone(2).insideSimulation().enroll(house.link()).connect();
      mac.connect();
      page.getByRole(AriaRole.SEARCHBOX).fill(mac.serialNumber());
      Locator row = page.getByRole(AriaRole.ROW).filter(Chromium.has(mac.serialNumber()));
      assertThat(row).isVisible();
      assertThat(row).containsText("Enrolled");
      Chromium.shoot(page, "devices");

      row.getByRole(AriaRole.LINK).click();
      assertThat(page.locator("[data-live-status]")).hasText("live");
      Locator timeline = page.locator(".timeline > li");
      int before = timeline.count();
      house.api().queue(house.api().deviceByUdid(mac.udid()).get("id").asLong(), "ProfileList");
      mac.connect();
      assertThat(page.locator(".timeline > li.new").first()).isVisible();
      assertThat(page.getByText("ProfileList").first()).isVisible();
      page.waitForCondition(() -> timeline.count() >= before + 3);
      page.locator(".timeline summary").first().focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".timeline details[open] dl").first()).containsText("Caused by");
      Chromium.shoot(page, "device");
      page.getByText("Block …").click();
      Chromium.press(page, "Block this device");
      assertThat(page.getByText("Blocked, not yet unenrolled")).isVisible();
      Chromium.shoot(page, "device-blocked");
      Chromium.press(page, "Unblock");
      assertThat(page.getByText("Blocked, not yet unenrolled")).not().isVisible();

      page.getByText("Unenroll …").click();
      Chromium.press(page, "Unenroll this device");
      assertThat(page.locator("[data-state] .state")).hasText("Being unenrolled");
      mac.connect();
      assertThat(page.locator("[data-state] .state")).hasText("Retired");
      Chromium.shoot(page, "device-retired");
    }
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void thePagesAreReadableInTheDarkToo() {
    try (BrowserContext context = chromium.context(ColorScheme.DARK)) {
      Page page = chromium.page(context);
      page.navigate(house.url() + "/");
      Chromium.shoot(page, "sign-in-dark");
      Chromium.signIn(page, house, "/");
      assertThat(Chromium.heading(page, "Devices")).isVisible();
      Chromium.shoot(page, "devices-dark");
      Chromium.press(page, "Sign out");
      assertThat(page.getByRole(AriaRole.BUTTON, Chromium.named("Sign in"))).isVisible();
    }
    assertThat(chromium.complaints).isEmpty();
  }
}
