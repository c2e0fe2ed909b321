// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** The pages about SCEP issuers, as people use them. */
class IssuerPagesTest extends PageJourney {
  @Test
  void anIssuerComesChangesAndGoesAndItsChallengeIsNeverShown() {
    try (BrowserContext context = chromium.context(ColorScheme.LIGHT)) {
      Page page = chromium.page(context);
      Chromium.signIn(page, house, "/scep-issuers/");
      assertThat(Chromium.heading(page, "SCEP issuers")).isVisible();
      page.getByLabel("Name").fill("Corporate");
      page.getByLabel("URL").fill("https://scep.example.org/scep");
      page.getByLabel("Challenge").fill("very secret");
      Chromium.press(page, "Add the issuer");
      assertThat(Chromium.heading(page, "Corporate")).isVisible();
      Chromium.shoot(page, "scep-issuer");
      org.assertj.core.api.Assertions.assertThat(page.content()).doesNotContain("very secret");

      page.getByLabel("URL").fill("https://scep.example.org/other");
      Chromium.press(page, "Change the issuer");
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("New profiles have it so from now on.");
      JsonNode kept = house.api().get("/api/mdm/scep_issuers/").get("results").get(0);
      assertThat(kept.get("url").asText()).isEqualTo("https://scep.example.org/other");
      assertThat(kept.get("version").asInt()).isEqualTo(2);

      page.navigate(house.url() + "/scep-issuers/");
      page.getByLabel("Name").fill("Corporate");
      page.getByLabel("URL").fill("https://scep.example.org/scep");
      page.getByLabel("Challenge").fill("another");
      Chromium.press(page, "Add the issuer");
      assertThat(page.getByRole(AriaRole.ALERT)).hasText("This name is taken.");
      Chromium.shoot(page, "scep-issuers");

      page.getByRole(AriaRole.LINK, Chromium.named("Corporate")).click();
      page.locator("summary").click();
      Chromium.press(page, "Delete this issuer");
      assertThat(page.getByRole(AriaRole.LINK, Chromium.named("Corporate"))).hasCount(0);
    }
  }
}
