// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** The page about business units and tags, as people use it. */
class GroupPagesTest extends PageJourney {
  @Test
  void unitsAndTagsComeChangeAndGoButAUnitThatATagNeedsStays() {
    try (BrowserContext context = chromium.context(ColorScheme.DARK)) {
      Page page = chromium.page(context);
      Chromium.signIn(page, house, "/groups/");
      assertThat(Chromium.heading(page, "Groups")).isVisible();
      page.getByLabel("New business unit").fill("Labs");
      Chromium.press(page, "Add the business unit");
      assertThat(row(page, "Labs")).isVisible();

      Locator form = page.locator("form", new Page.LocatorOptions().setHasText("New tag"));
      form.getByLabel("Name").fill("loaner");
      form.getByLabel("Colour").fill("#ff8800");
      form.getByLabel("Business unit").selectOption("Labs");
      Chromium.press(page, "Add the tag");
      assertThat(row(page, "loaner")).containsText("ff8800");
      assertThat(row(page, "loaner")).containsText("Labs");
      form.getByLabel("Name").fill("loaner");
      Chromium.press(page, "Add the tag");
      assertThat(page.getByRole(AriaRole.ALERT)).hasText("This name is taken.");
      Chromium.shoot(page, "groups");

      delete(page, "Labs");
      assertThat(page.getByRole(AriaRole.ALERT)).hasText("It is in use, so it can't be deleted.");
      open(page, "loaner");
      row(page, "loaner").getByLabel("Name").fill("lent");
      row(page, "loaner").getByLabel("Business unit").selectOption("all");
      row(page, "loaner").locator("button[value^=change]").click();
      assertThat(row(page, "lent")).isVisible();
      delete(page, "Labs");
      assertThat(row(page, "Labs")).hasCount(0);
      delete(page, "lent");
      assertThat(row(page, "lent")).hasCount(0);
    }
  }

  private static Locator row(Page page, String name) {
    return page.locator("tr", new Page.LocatorOptions().setHas(header(page, name)));
  }

  private static Locator header(Page page, String name) {
    return page.locator("th[scope=row]", new Page.LocatorOptions().setHasText(name));
  }

  private static void open(Page page, String name) {
    row(page, name).locator("summary").click();
  }

  private static void delete(Page page, String name) {
    open(page, name);
    row(page, name).locator("button[value^=delete]").click();
  }
}
