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
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The audit page tells what has happened, to whom, by whom and when, and goes on telling. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditPagesTest {
  private House house;
  private Chromium chromium;
  private SimulatedDevice mac;
  private SimulatedDevice phone;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    chromium = Chromium.start();
    house = House.at(folder);
    mac = SimulatedDevice.mac(1).insideSimulation().enroll(house.link());
    phone = SimulatedDevice.iPhone(2).insideSimulation().enroll(house.link());
    house.api().deviceByUdid(phone.udid());
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
      house.close();
    }
  }

  @Test
  void thePageIsLiveAndItsFiltersHoldForWhatComes() throws Exception {
    try (BrowserContext context = chromium.context(ColorScheme.LIGHT)) {
      Page page = chromium.page(context);
      Chromium.signIn(page, house, "/audit/");
      assertThat(page.locator("[data-live-status]")).hasText("live");
      assertThat(lines(page).filter(Chromium.has(mac.serialNumber())).first()).isVisible();
      assertThat(lines(page).filter(Chromium.has(phone.serialNumber())).first()).isVisible();
      queue(mac, "ProfileList");
      assertThat(page.locator(".timeline > li.new").filter(Chromium.has("ProfileList")).first())
          .isVisible();
      Chromium.shoot(page, "audit");

      page.locator("input[name=device]")
          .fill(mac.serialNumber().toLowerCase(java.util.Locale.ROOT));
      page.getByLabel("Caused by").fill("operator");
      page.locator("select[name=type]").selectOption("CommandQueued");
      page.getByLabel("Since (UTC)").fill("2020-01-01");
      Chromium.press(page, "Show");
      assertThat(page).hasURL(Pattern.compile(".*actor=operator.*"));
      assertThat(lines(page)).hasCount(1);
      assertThat(page.locator("[data-live-status]")).hasText("live");
      queue(phone, "SecurityInfo");
      queue(mac, "DeviceInformation");
      assertThat(lines(page)).hasCount(2);
      assertThat(lines(page).first()).containsText("DeviceInformation");
      Chromium.shoot(page, "audit-filtered");

      page.locator("select[name=type]").selectOption("DeviceShredded");
      Chromium.press(page, "Show");
      assertThat(page.getByText("Nothing that fits has happened.")).isVisible();
    }
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void anEntryIsOpenedInItsPlaceAndByItself() {
    try (BrowserContext context = chromium.context(ColorScheme.DARK)) {
      Page page = chromium.page(context);
      Chromium.signIn(page, house, "/audit/?type=DeviceEnrolled&device=" + mac.udid());
      page.navigate(house.url() + "/audit/?type=DeviceEnrolled&device=" + mac.udid());
      assertThat(lines(page)).hasCount(1);
      lines(page).first().locator("summary").click();
      Locator told = page.locator(".timeline details[open] dl");
      assertThat(told).containsText("Caused by");
      assertThat(told).containsText(mac.serialNumber());
      Chromium.shoot(page, "audit-dark");
      told.getByText("DeviceEnrolled, number").click();
      assertThat(page).hasURL(Pattern.compile(".*/audit/events/[0-9]+/"));
      assertThat(page.getByText("DeviceEnrolled, number")).isVisible();
      assertThat(page.locator("summary")).hasCount(0);
      Chromium.shoot(page, "audit-event-dark");
      page.getByRole(AriaRole.LINK, Chromium.named(mac.serialNumber())).click();
      assertThat(page).hasURL(Pattern.compile(".*/devices/[0-9]+/"));
      assertThat(page.locator("[data-live-status]")).hasText("live");
    }
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void theCursorLeadsThroughAllThatHasHappenedAndOddFieldsAreNamed() throws Exception {
    for (int i = 0; i < 12; i++) {
      queue(phone, "ProfileList");
    }
    try (BrowserContext context = chromium.context(ColorScheme.LIGHT)) {
      Page page = chromium.page(context);
      Chromium.signIn(page, house, "/audit/");
      long newest = index(lines(page).first());
      page.navigate(house.url() + "/audit/?before=" + (newest + 1));
      long seen = lines(page).count();
      while (page.getByText("Older events").count() > 0) {
        page.getByText("Older events").click();
        assertThat(page.getByText("Back to the newest")).isVisible();
        seen += lines(page).count();
      }
      assertThat(seen).isEqualTo(newest).isGreaterThan(50);
      assertThat(index(lines(page).last())).isEqualTo(1);

      page.navigate(house.url() + "/audit/?since=yesterday");
      assertThat(page.getByRole(AriaRole.ALERT)).hasText("since: Enter a valid date/time.");
      assertThat(page.getByLabel("Since (UTC)")).hasValue("yesterday");
      page.navigate(house.url() + "/audit/events/999999999/");
      assertThat(page.getByText("There is no such page.")).isVisible();
      page.navigate(house.url() + "/devices/999999999/");
      assertThat(page.getByText("There is no such page.")).isVisible();
      assertThat(chromium.complaints).hasSize(3).allMatch(it -> it.matches(".*status of 40[04].*"));
      chromium.complaints.clear();
    }
  }

  private void queue(SimulatedDevice device, String command) throws Exception {
    house.api().queue(house.api().deviceByUdid(device.udid()).get("id").asLong(), command);
  }

  private static Locator lines(Page page) {
    return page.locator(".timeline > li");
  }

  private static long index(Locator line) {
    return Long.parseLong(line.getAttribute("id").replace("event-", ""));
  }
}
