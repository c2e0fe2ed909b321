// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import daybook.ops.simulator.SimulatedDevice;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages by which a person says who may come in. */
class EnrollmentPagesTest extends PageJourney {
  @BeforeEach
  void fill() {
    house.api().post("/api/inventory/meta_business_units/", Map.of("name", "Berlin"));
    house.api().post("/api/inventory/tags/", Map.of("name", "kiosk"));
  }

  @Test
  void aLinkIsMadeUsedChangedRevokedAndOneThatNobodyUsedDeleted() throws IOException {
    SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation();
    try (BrowserContext context = chromium.context(ColorScheme.LIGHT)) {
      Page page = chromium.page(context);
      Chromium.signIn(page, house, "/enrollments/");
      assertThat(Chromium.heading(page, "Enrollments")).isVisible();
      assertThat(page.getByRole(AriaRole.ROW).nth(1)).containsText("First enrollment");
      field(page, "Name").fill("First enrollment");
      Chromium.press(page, "Make a link");
      assertThat(page.getByRole(AriaRole.ALERT))
          .hasText("Another enrollment configuration has this name.");

      field(page, "Name").fill("Macs in Berlin");
      page.getByLabel("Business unit").selectOption("Berlin");
      page.getByLabel("Devices at most").fill("1");
      page.getByLabel("kiosk").check();
      page.getByLabel("Only these serial numbers").fill(mac.serialNumber());
      Chromium.shoot(page, "enrollments");
      Chromium.press(page, "Make a link");
      assertThat(Chromium.heading(page, "Macs in Berlin")).isVisible();
      assertThat(page.getByLabel("kiosk")).isChecked();
      assertThat(page.getByLabel("Only these serial numbers")).hasValue(mac.serialNumber());
      Chromium.shoot(page, "enrollment");

      mac.enroll(URI.create(field(page, "Profile").inputValue()));
      page.reload();
      assertThat(page.getByText("1 of 1")).isVisible();
      assertThat(page.getByText("Used up")).isVisible();
      page.getByLabel("Devices at most").fill("0");
      page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)");
      Chromium.press(page, "Save");
      assertThat(page.getByRole(AriaRole.ALERT))
          .hasText("Devices at most: A number between 1 and 200000, or nothing.");
      page.getByLabel("Devices at most").fill("5");
      Chromium.press(page, "Save");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("it holds from the next device on");
      String link = field(page, "Profile").inputValue();

      page.getByText("Delete …").click();
      Chromium.press(page, "Delete this enrollment");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("it can only be revoked");
      page.getByText("Revoke …").click();
      Chromium.press(page, "Revoke this enrollment");
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("Nobody gets in by it any more.");
      assertThat(Chromium.heading(page, "Links")).not().isVisible();
      assertThatThrownBy(() -> SimulatedDevice.mac(3).insideSimulation().enroll(URI.create(link)))
          .hasMessageContaining("410");

      page.navigate(house.url() + "/enrollments/");
      page.getByRole(AriaRole.LINK, Chromium.named("First enrollment")).click();
      page.getByText("Delete …").click();
      Chromium.press(page, "Delete this enrollment");
      assertThat(page.getByRole(AriaRole.ROW)).hasCount(2);
    }
    assertThat(chromium.complaints).isEmpty();
    assertThat(mac.isEnrolled()).isTrue();
  }

  @Test
  void theListAndTheFormAreReadableInTheDarkToo() {
    try (BrowserContext context = chromium.context(ColorScheme.DARK)) {
      Page page = chromium.page(context);
      Chromium.signIn(page, house, "/enrollments/");
      assertThat(page.getByRole(AriaRole.ROW)).hasCount(2);
      Chromium.shoot(page, "enrollments-dark");
      page.getByRole(AriaRole.LINK, Chromium.named("First enrollment")).click();
      assertThat(page.getByLabel("Over the air")).isVisible();
      Chromium.shoot(page, "enrollment-dark");
    }
    assertThat(chromium.complaints).isEmpty();
  }

  private static com.microsoft.playwright.Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }
}
