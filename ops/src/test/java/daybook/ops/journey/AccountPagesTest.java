// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The pages about accounts, roles, API tokens and the access review, as people use them. */
class AccountPagesTest extends PageJourney {
  private static final String PASSWORD = "a long enough password";

  @Test
  void aRoleIsMadeGivenAndReviewedAndItsHolderIsShutOut() {
    try (BrowserContext context = chromium.context(ColorScheme.LIGHT)) {
      Page page = chromium.page(context);
      Chromium.signIn(page, house, "/roles/");
      assertThat(Chromium.heading(page, "Roles")).isVisible();
      page.getByLabel("Name").fill("Unenrollers");
      open(page, "Permissions: mdm");
      check(page, "mdm.unenroll_enrolleddevice");
      check(page, "mdm.view_enrolleddevice");
      Chromium.press(page, "Make the role");
      assertThat(Chromium.heading(page, "Unenrollers")).isVisible();
      open(page, "Permissions: mdm (2)");
      Chromium.shoot(page, "role");

      page.navigate(house.url() + "/accounts/");
      page.getByLabel("Name").fill("jane");
      page.getByLabel("Description").fill("the help desk");
      page.getByLabel(Pattern.compile("Password.*")).fill("short");
      page.getByLabel("Unenrollers").check();
      page.locator("form[action='/accounts/']").evaluate("form => form.noValidate = true");
      Chromium.press(page, "Make the account");
      assertThat(page.getByRole(AriaRole.ALERT))
          .hasText("Password: Ensure this field has at least 12 characters.");
      page.getByLabel("Name").fill("jane");
      page.getByLabel("Description").fill("the help desk");
      page.getByLabel(Pattern.compile("Password.*")).fill(PASSWORD);
      page.getByLabel("Unenrollers").check();
      Chromium.press(page, "Make the account");
      assertThat(Chromium.heading(page, "jane")).isVisible();
      assertThat(page.getByText("Unenrollers").first()).isVisible();
      Chromium.shoot(page, "account");

      page.navigate(house.url() + "/access-review/");
      Locator unenroll =
          page.locator("section").filter(Chromium.has("mdm.unenroll_enrolleddevice"));
      assertThat(unenroll.getByRole(AriaRole.ROW).filter(Chromium.has("jane")))
          .containsText("Unenrollers");
      assertThat(unenroll.getByRole(AriaRole.ROW).filter(Chromium.has("admin")))
          .containsText("Administrator");
      Chromium.shoot(page, "access-review");

      unenroll.getByRole(AriaRole.LINK).filter(Chromium.has("jane")).click();
      page.getByLabel(Pattern.compile("Active.*")).uncheck();
      Chromium.press(page, "Change the account");
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("The account is so from now on.");
      assertThat(page.locator(".state")).hasText("Shut out");
      page.navigate(house.url() + "/accounts/");
      Chromium.shoot(page, "accounts");
      page.getByRole(AriaRole.LINK, Chromium.named("admin")).click();
      page.getByLabel("Administrator").uncheck();
      Chromium.press(page, "Change the account");
      assertThat(page.getByRole(AriaRole.ALERT)).hasText("This is the last active administrator.");
    }
    Assertions.assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void aTokenIsShownOnceWorksAndIsRevoked() {
    try (BrowserContext context = chromium.context(ColorScheme.LIGHT)) {
      Page page = chromium.page(context);
      Chromium.signIn(page, house, "/accounts/");
      page.getByLabel("A service, which has API tokens and no password").check();
      page.getByLabel("Name").fill("terraform");
      open(page, "Own permissions: mdm");
      check(page, "mdm.view_enrolleddevice");
      Chromium.press(page, "Make the account");
      assertThat(Chromium.heading(page, "terraform")).isVisible();
      page.getByLabel("What it is for").fill("ci");
      page.getByLabel(Pattern.compile("Good until.*")).fill("2099-01-31T12:00");
      Chromium.press(page, "Issue a token");
      String secret = page.locator(".secret code").textContent();
      Assertions.assertThat(secret).startsWith("ztls_");
      Chromium.shoot(page, "token-once");
      Api api = new Api(house.url(), secret);
      Assertions.assertThat(api.status("GET", "/api/mdm/devices/")).isEqualTo(200);

      page.reload();
      assertThat(page.locator(".secret")).hasCount(0);
      Assertions.assertThat(page.content()).doesNotContain(secret);
      assertThat(page.getByRole(AriaRole.ROW).filter(Chromium.has("2099-01-31 12:00"))).isVisible();
      Chromium.press(page, "Revoke ci");
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("The token is revoked.");
      Assertions.assertThat(api.status("GET", "/api/mdm/devices/")).isEqualTo(401);
    }
    Assertions.assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void aPersonWithoutPermissionsKeepsTheirOwnPasswordAndTokensAndSeesNothingElse() {
    house
        .api()
        .post("/api/accounts/users/", java.util.Map.of("username", "jane", "password", PASSWORD));
    try (BrowserContext here = chromium.context(ColorScheme.LIGHT);
        BrowserContext elsewhere = chromium.context(ColorScheme.LIGHT)) {
      Page page = chromium.page(here);
      Page other = chromium.page(elsewhere);
      signIn(page, PASSWORD);
      signIn(other, PASSWORD);
      assertThat(page.getByRole(AriaRole.LINK, Chromium.named("Accounts"))).hasCount(0);
      page.getByLabel("What it is for").fill("mine");
      Chromium.press(page, "Issue a token");
      assertThat(page.locator(".secret code")).containsText("ztlu_");

      password(page, "not it at all", PASSWORD + " of now");
      assertThat(page.getByRole(AriaRole.ALERT)).hasText("The present password is wrong.");
      password(page, PASSWORD, PASSWORD + " of now");
      assertThat(page.getByRole(AriaRole.STATUS))
          .hasText("The new password holds. Your other sessions have ended.");
      Chromium.shoot(page, "own-account");
      page.reload();
      assertThat(Chromium.heading(page, "Your account")).isVisible();
      other.reload();
      assertThat(other).hasURL(Pattern.compile(".*/sign-in.*"));

      Assertions.assertThat(page.navigate(house.url() + "/accounts/").status()).isEqualTo(403);
      Assertions.assertThat(page.navigate(house.url() + "/access-review/").status()).isEqualTo(403);
    }
  }

  @Test
  void thePagesAreReadableInTheDarkToo() {
    try (BrowserContext context = chromium.context(ColorScheme.DARK)) {
      Page page = chromium.page(context);
      Chromium.signIn(page, house, "/accounts/");
      open(page, "Own permissions: mdm");
      Chromium.shoot(page, "accounts-dark");
      page.navigate(house.url() + "/access-review/");
      Chromium.shoot(page, "access-review-dark");
      page.navigate(house.url() + "/account/");
      page.getByLabel("What it is for").fill("mine");
      Chromium.press(page, "Issue a token");
      assertThat(page.locator(".secret code")).isVisible();
      Chromium.shoot(page, "own-account-dark");
    }
    Assertions.assertThat(chromium.complaints).isEmpty();
  }

  private void signIn(Page page, String password) {
    page.navigate(house.url() + "/account/");
    page.getByLabel("Name").fill("jane");
    page.getByLabel("Password").fill(password);
    Chromium.press(page, "Sign in");
    assertThat(Chromium.heading(page, "Your account")).isVisible();
  }

  private static void password(Page page, String present, String next) {
    page.getByLabel("Present password").fill(present);
    page.getByLabel("New password, at least 12 characters").fill(next);
    Chromium.press(page, "Change the password");
  }

  private static void open(Page page, String summary) {
    page.locator("summary").filter(Chromium.has(summary)).click();
  }

  private static void check(Page page, String permission) {
    page.locator("input[value='" + permission + "']").check();
  }
}
