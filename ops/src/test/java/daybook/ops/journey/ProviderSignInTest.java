// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** People sign in at a real OpenID Connect provider, and what goes wrong is told and recorded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderSignInTest {
  private static final String USERS = "/api/accounts/users/";
  private static final String JANE = "jane@example.org";

  private final MockOAuth2Server provider = new MockOAuth2Server();
  private House house;
  private House open;
  private Api admin;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    provider.start();
    Path secret = Files.writeString(folder.resolve("secret"), "the client's secret\n");
    Map<String, String> settings = new HashMap<>();
    settings.put("daybook.oidc.issuer", provider.issuerUrl("staff").toString());
    settings.put("daybook.oidc.client_id", "daybook");
    settings.put("daybook.oidc.client_secret", "{{ file:" + secret + " }}");
    settings.put("daybook.oidc.name", "the staff directory");
    house = House.at(folder.resolve("closed"), settings);
    settings.put("daybook.oidc.account_claim", "sub");
    settings.put("daybook.oidc.create_accounts", "true");
    settings.put("daybook.oidc.roles_claim", "groups");
    open = House.at(folder.resolve("open"), settings);
    admin = house.api();
    admin.post(USERS, Map.of("username", JANE, "permissions", List.of("mdm.view_enrolleddevice")));
    admin.post(USERS, Map.of("username", "gone@example.org", "is_active", false));
    admin.post(USERS, Map.of("username", "bot@example.org", "is_service_account", true));
  }

  @AfterAll
  void close() {
    house.close();
    open.close();
    provider.shutdown();
  }

  @Test
  void aBrowserGoesFromTheSignInPageToTheProviderAndBackToThePageThatWasWanted() {
    Chromium chromium = Chromium.start();
    try (BrowserContext context = chromium.context(ColorScheme.LIGHT)) {
      vouch(Map.of("email", JANE, "email_verified", true));
      Page page = chromium.page(context);
      page.navigate(house.url() + "/account/");
      Chromium.shoot(page, "sign-in-provider");
      page.getByText("Sign in with the staff directory").click();
      PlaywrightAssertions.assertThat(Chromium.heading(page, "Your account")).isVisible();
      PlaywrightAssertions.assertThat(page.getByText(JANE)).isVisible();
      page.navigate(house.url() + "/");
      PlaywrightAssertions.assertThat(Chromium.heading(page, "Devices")).isVisible();
    } finally {
      chromium.close();
    }
    assertThat(chromium.complaints).isEmpty();
    await()
        .untilAsserted(
            () ->
                assertThat(admin.get("/api/mdm/audit/?type=SignedIn").toString())
                    .contains(JANE + " signed in by " + provider.issuerUrl("staff")));
  }

  @Test
  void theRequestHasStateNonceAndAChallengeAndTheCodeIsRedeemedWithSecretAndVerifier()
      throws Exception {
    Browser browser = new Browser(house);
    Map<String, String> asked = query(browser.begin());
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "daybook")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", house.url().resolve("/sign-in/provider/callback").toString())
        .containsKeys("state", "nonce", "code_challenge");
    assertThat(asked.get("scope").split(" ")).contains("openid", "email");
    vouch(Map.of("email", JANE, "email_verified", true));
    URI back = browser.visitProvider();
    assertThat(browser.get(back).statusCode()).isEqualTo(200);
    RecordedRequest redeemed;
    String body;
    do {
      redeemed = provider.takeRequest();
      body = redeemed.getBody().readUtf8();
    } while (!body.contains("code=" + query(back).get("code")));
    assertThat(redeemed.getPath()).isEqualTo("/staff/token");
    assertThat(redeemed.getHeader("Authorization")).startsWith("Basic ");
    assertThat(body).contains("code_verifier=");
  }

  @Test
  void whoHasNoAccountGetsNoneAndIsToldSo() throws Exception {
    vouch(Map.of("email", "stranger@example.org", "email_verified", true));
    refused(new Browser(house).signIn(), 403, "There is no account for you here.");
    recorded("unknown");
    assertThat(admin.get(USERS + "?username=stranger@example.org").get("count").asInt()).isZero();
  }

  @Test
  void anAddressThatTheProviderDidNotVerifyIsNobodys() throws Exception {
    vouch(Map.of("email", JANE));
    refused(new Browser(house).signIn(), 403, "the claim email is not verified");
    recorded("claim missing");
    vouch(Map.of());
    refused(new Browser(house).signIn(), 403, "there is no claim email");
  }

  @Test
  void whoIsShutOutOrAServiceDoesNotSignIn() throws Exception {
    vouch(Map.of("email", "gone@example.org", "email_verified", true));
    refused(new Browser(house).signIn(), 403, "This account is not active.");
    vouch(Map.of("email", "bot@example.org", "email_verified", true));
    refused(new Browser(house).signIn(), 403, "This account is not active.");
    recorded("a service has no pages");
  }

  @Test
  void aTokenWithAnotherNonceOrForAnotherClientIsNotBelieved() throws Exception {
    vouch(Map.of("email", JANE, "email_verified", true, "nonce", "another"));
    refused(new Browser(house).signIn(), 403, "can&#39;t be trusted");
    recorded("id token invalid");
    vouch(Map.of("email", JANE, "email_verified", true, "aud", "another client"));
    refused(new Browser(house).signIn(), 403, "can&#39;t be trusted");
  }

  @Test
  void aCodeThatHasExpiredIsToldByTheProvidersWord() throws Exception {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback("staff") {
          @Override
          public Map<String, Object> addClaims(TokenRequest request) {
            throw new OAuth2Exception(OAuth2Error.INVALID_GRANT, "the code has expired");
          }
        });
    refused(new Browser(house).signIn(), 403, "The provider refused the sign-in (invalid_grant).");
    recorded("invalid_grant");
  }

  @Test
  void whatThePersonRefusedAtTheProviderIsTold() throws Exception {
    Browser browser = new Browser(house);
    String state = query(browser.begin()).get("state");
    refused(
        browser.get(
            house.url().resolve("/sign-in/provider/callback?error=access_denied&state=" + state)),
        403,
        "The provider refused the sign-in (access_denied).");
    recorded("access_denied");
  }

  @Test
  void aSignInIsItsOwnBrowsersAndGoodOnce() throws Exception {
    String problem = "This sign-in is too old, was used already, or was begun in another browser.";
    URI back = new Browser(house).visitProvider();
    refused(new Browser(house).get(back), 403, problem);
    Browser other = new Browser(house);
    other.begin();
    refused(other.get(back), 403, problem);
    recorded("the state is another sign-in");

    vouch(Map.of("email", JANE, "email_verified", true));
    Browser browser = new Browser(house);
    URI once = browser.visitProvider();
    assertThat(browser.get(once).statusCode()).isEqualTo(200);
    refused(browser.get(once), 403, problem);
  }

  @Test
  void anAccountIsMadeAndItsRolesFollowTheProviderWhereThatIsWanted() throws Exception {
    Api keeper = open.api();
    long helpdesk = role(keeper, "Helpdesk", "mdm.view_enrolleddevice");
    long viewers = role(keeper, "Viewers", "accounts.view_user");
    vouch("f81d4fae", Map.of("groups", List.of("helpdesk", "elsewhere", "Administrator")));
    Browser browser = new Browser(open);
    assertThat(browser.signIn().statusCode()).isEqualTo(200);
    JsonNode made = keeper.get(USERS + "?username=f81d4fae").at("/results/0");
    assertThat(made.get("roles").toString()).isEqualTo("[" + helpdesk + "]");
    assertThat(made.get("has_password").asBoolean()).isFalse();
    assertThat(browser.get(open.url().resolve("/")).statusCode()).isEqualTo(200);

    vouch("f81d4fae", Map.of("groups", "Viewers"));
    assertThat(new Browser(open).signIn().statusCode()).isEqualTo(200);
    assertThat(keeper.get(USERS + made.get("id").asLong() + "/").get("roles").toString())
        .isEqualTo("[" + viewers + "]");
    assertThat(browser.get(open.url().resolve("/")).statusCode()).isEqualTo(403);
  }

  private static long role(Api by, String name, String permission) {
    return Api.json(
            by.post(
                    "/api/accounts/roles/",
                    Map.of("name", name, "permissions", List.of(permission)))
                .body())
        .get("id")
        .asLong();
  }

  private void vouch(Map<String, ?> claims) {
    vouch("jane", claims);
  }

  private void vouch(String subject, Map<String, ?> claims) {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback("staff", subject, "JWT", null, new HashMap<>(claims)));
  }

  private void recorded(String words) {
    await()
        .untilAsserted(
            () ->
                assertThat(admin.get("/api/mdm/audit/?type=RequestRefused&limit=500").toString())
                    .contains("at oidc was refused")
                    .contains(words));
  }

  private static void refused(HttpResponse<String> answer, int status, String problem) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body().replace("&#39;", "'")).contains(problem.replace("&#39;", "'"));
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new HashMap<>();
    for (String pair : uri.getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  /** One that keeps its cookies and follows nothing by itself. */
  private static final class Browser {
    private final House house;
    private final HttpClient http =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Browser(House house) {
      this.house = house;
    }

    /** Where the provider is asked. */
    private URI begin() throws Exception {
      HttpResponse<String> answer = get(house.url().resolve("/sign-in/provider?next=/account/"));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
      return location(answer);
    }

    /** Where the provider sends people back. */
    private URI visitProvider() throws Exception {
      return location(get(begin()));
    }

    private HttpResponse<String> signIn() throws Exception {
      return get(visitProvider());
    }

    private HttpResponse<String> get(URI uri) throws Exception {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static URI location(HttpResponse<?> answer) {
      return URI.create(answer.headers().firstValue("location").orElseThrow());
    }
  }
}
