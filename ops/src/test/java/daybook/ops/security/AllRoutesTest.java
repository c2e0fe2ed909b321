// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.access.AccountTokens;
import daybook.commandside.access.Accounts;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.access.AccountState;
import daybook.domain.access.NewAccount;
import daybook.ops.Daybook;
import daybook.ops.http.ApiPath;
import daybook.ops.start.Arguments;
import daybook.ops.start.Home;
import daybook.ops.start.RunningDaybook;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route of the whole server: nothing answers whom it shouldn't. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllRoutesTest {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /** The pages for whom nobody must be signed in; the last is reached by failures alone. */
  private static final Set<String> OPEN =
      Set.of("/sign-in", "/sign-in/provider", "/sign-in/provider/callback", "/sign-out", "/error");

  private final HttpClient http = HttpClient.newHttpClient();
  private RunningDaybook daybook;
  private String noperm;

  @BeforeAll
  void open(@TempDir Path folder) {
    daybook =
        RunningDaybook.start(
            Daybook.class,
            Arguments.parse("--simulate", "0"),
            Home.at(folder),
            Map.of("server.port", "0"));
    Origin origin = Origin.of(Actor.server(), "test");
    Accounts accounts = daybook.bean(Accounts.class);
    NewAccount nobody = new NewAccount("noperm", null, false, true, true, List.of());
    AccountState state =
        new AccountState(accounts.create(nobody, origin).reply(), false, true, true, List.of());
    noperm = daybook.bean(AccountTokens.class).issue(state, "test", null, origin).reply();
  }

  @AfterAll
  void close() {
    daybook.close();
  }

  @Test
  void eachRouteOfTheApiIsClosedToStrangersAndToThoseWithoutPermission() throws Exception {
    // A path without its last slash is moved before anything is judged.
    List<Route> routes =
        daybook.bean(RouteTable.class).routes().stream()
            .filter(route -> route.pattern().getPatternString().endsWith("/"))
            .toList();
    assertThat(routes).hasSizeGreaterThan(5);
    for (Route route : routes) {
      String path = path(route);
      for (String method : METHODS) {
        assertThat(status(method, path, null)).as(method + " " + path).isEqualTo(401);
        if (route.methods().values().stream()
            .noneMatch(m -> m.permission().equals(Route.ANY_ACCOUNT))) {
          assertThat(status(method, path, noperm)).as(method + " " + path).isEqualTo(403);
        }
        if (route.method(method).isEmpty()) {
          assertThat(status(method, path, daybook.admin().apiToken()))
              .as(method + " " + path)
              .isEqualTo(405);
        }
      }
    }
  }

  /** Of the route's form, to a thing that isn't there. */
  private static String path(Route route) {
    String pattern = route.pattern().getPatternString();
    String numbered = pattern.replaceAll("\\{[^/]*}", "1");
    return route.matches(PathContainer.parsePath(numbered))
        ? numbered
        : pattern.replaceAll("\\{[^/]*}", "00000000-0000-0000-0000-000000000000");
  }

  @Test
  void eachPageButTheOneForSigningInSendsStrangersThere() throws Exception {
    assertThat(status("GET", "/sign-in", null)).isEqualTo(200);
    List<String> pages =
        daybook.bean(DispatcherServlet.class).getHandlerMappings().stream()
            .filter(mapping -> mapping.getClass().equals(RequestMappingHandlerMapping.class))
            .flatMap(
                mapping ->
                    ((RequestMappingHandlerMapping) mapping).getHandlerMethods().keySet().stream())
            .flatMap(mapping -> mapping.getPatternValues().stream())
            .filter(path -> !ApiPath.within(path, "/api") && !ApiPath.within(path, "/public"))
            .filter(path -> !OPEN.contains(path))
            .toList();
    assertThat(pages).isNotEmpty();
    for (String page : pages) {
      String path = page.replaceAll("\\{[^/]*}", "1");
      HttpResponse<String> answer = send("GET", path, null);
      assertThat(answer.statusCode()).as(path).isEqualTo(302);
      assertThat(answer.headers().firstValue("location").orElseThrow())
          .as(path)
          .contains("/sign-in");
      assertThat(status("POST", path, null)).as("POST " + path).isEqualTo(403);
    }
  }

  @Test
  void whatTheServerTellsOfItselfNeedsATokenExceptHealth() throws Exception {
    assertThat(status("GET", "/actuator/health", null)).isEqualTo(200);
    assertThat(status("GET", "/actuator/prometheus", null)).isEqualTo(401);
    assertThat(status("GET", "/actuator/prometheus", noperm)).isEqualTo(403);
    assertThat(status("GET", "/actuator/prometheus", daybook.admin().apiToken())).isEqualTo(200);
    assertThat(status("GET", "/actuator/env", daybook.admin().apiToken())).isEqualTo(404);
    assertThat(status("POST", "/control/status", daybook.admin().apiToken())).isNotEqualTo(200);
  }

  @Test
  void revocationListsAreForAnyone() throws Exception {
    String path = "/public/mdm/crl/00000000.crl";
    assertThat(status("GET", path, null)).as("no authority is called so").isEqualTo(404);
    assertThat(status("POST", path, null)).isEqualTo(405);
  }

  private int status(String method, String path, String token)
      throws IOException, InterruptedException {
    return send(method, path, token).statusCode();
  }

  private HttpResponse<String> send(String method, String path, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(daybook.url().resolve(path)).method(method, BodyPublishers.noBody());
    if (token != null) {
      request.header("Authorization", "Token " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
