// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import daybook.ops.simulator.SimulatedDevice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pages as a person sees them, in Chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
  private static final Path SCREENS = Path.of("target", "screens");

  private final List<String> complaints = new ArrayList<>();
  private House house;
  private Playwright playwright;
  private Browser browser;

  @BeforeAll
  void open(@TempDir Path folder) {
    Path chromium = chromium();
    assumeTrue(chromium != null, "The page tests are skipped: there is no Chromium.");
    house = House.at(folder);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  void close() {
    if (playwright != null) {
      playwright.close();
      house.close();
    }
  }

  @Test
  void aPersonSignsInWatchesADeviceEnrollAndReadsItsTimeline() {
    try (BrowserContext context = context(ColorScheme.LIGHT)) {
      Page page = page(context);
      page.navigate(house.url() + "/");
      assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/sign-in.*"));
      page.getByLabel("Name").fill(house.daybook().admin().username());
      page.getByLabel("Password").fill("not the password");
      page.getByRole(AriaRole.BUTTON, button("Sign in")).click();
      assertThat(page.getByRole(AriaRole.ALERT)).hasText("The name or the password is wrong.");
      complaints.clear(); // Chromium tells of the 403 that the wrong password got
      signIn(page);
      assertThat(page.getByRole(AriaRole.HEADING, heading("Devices"))).isVisible();
      shoot(page, "devices-none");

      SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation().enroll(house.link());
      SimulatedDevice.iPhone(2).insideSimulation().enroll(house.link()).connect();
      mac.connect();
      page.getByRole(AriaRole.SEARCHBOX).fill(mac.serialNumber());
      Locator row = page.getByRole(AriaRole.ROW).filter(has(mac.serialNumber()));
      assertThat(row).isVisible();
      assertThat(row).containsText("Enrolled");
      shoot(page, "devices");

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
      shoot(page, "device");
      page.getByText("Block …").click();
      page.getByRole(AriaRole.BUTTON, button("Block this device")).click();
      assertThat(page.getByText("Blocked, not yet unenrolled")).isVisible();
      shoot(page, "device-blocked");
      page.getByRole(AriaRole.BUTTON, button("Unblock")).click();
      assertThat(page.getByText("Blocked, not yet unenrolled")).not().isVisible();

      mac.checkOut();
      assertThat(page.locator("[data-state] .state")).hasText("Left");
      shoot(page, "device-left");
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void thePagesAreReadableInTheDarkToo() {
    try (BrowserContext context = context(ColorScheme.DARK)) {
      Page page = page(context);
      page.navigate(house.url() + "/");
      shoot(page, "sign-in-dark");
      signIn(page);
      assertThat(page.getByRole(AriaRole.HEADING, heading("Devices"))).isVisible();
      shoot(page, "devices-dark");
      page.getByRole(AriaRole.BUTTON, button("Sign out")).click();
      assertThat(page.getByRole(AriaRole.BUTTON, button("Sign in"))).isVisible();
    }
    assertThat(complaints).isEmpty();
  }

  private void signIn(Page page) {
    page.getByLabel("Name").fill(house.daybook().admin().username());
    page.getByLabel("Password").fill(house.daybook().admin().password());
    page.getByRole(AriaRole.BUTTON, button("Sign in")).click();
  }

  private BrowserContext context(ColorScheme scheme) {
    return browser.newContext(new Browser.NewContextOptions().setColorScheme(scheme));
  }

  private Page page(BrowserContext context) {
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    return page;
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")).setFullPage(true));
  }

  private static Page.GetByRoleOptions button(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions heading(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Path chromium() {
    String named = System.getenv("DAYBOOK_CHROMIUM");
    return Stream.of(
            named == null ? "" : named,
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .filter(path -> !path.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }
}
