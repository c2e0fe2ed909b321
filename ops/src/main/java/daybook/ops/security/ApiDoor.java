// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import daybook.domain.access.AccountState;
import daybook.domain.access.CurrentAccount;
import daybook.ops.http.Answers;
import daybook.ops.http.ApiPath;
import daybook.ops.security.TokenJudge.Judgement;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Judges each request of the API in Zentral's order: is there such a route (404), who asks (401),
 * may they (403), can they be answered (406), is the method known (405), is the body JSON (415,
 * 400). What passes has its account in {@link CurrentAccount#ATTRIBUTE}.
 */
final class ApiDoor extends OncePerRequestFilter {
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final Supplier<RouteTable> routes;
  private final TokenJudge tokens;
  private final BodyReader bodies;

  ApiDoor(Supplier<RouteTable> routes, TokenJudge tokens, BodyReader bodies) {
    this.routes = routes;
    this.tokens = tokens;
    this.bodies = bodies;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !ApiPath.of(request).underApi();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Route> route = routes.get().find(request.getRequestURI());
    if (route.isEmpty()) {
      Answers.detail(response, 404, "Not found.");
      return;
    }
    response.setHeader(HttpHeaders.ALLOW, route.get().allow());
    if (knows(request, response, route.get()) && fits(request, response, route.get())) {
      HttpServletRequest ready = withBody(request, response, route.get());
      if (ready != null) {
        chain.doFilter(ready, response);
      }
    }
  }

  private boolean knows(HttpServletRequest request, HttpServletResponse response, Route route)
      throws IOException {
    Judgement judgement = tokens.judge(request, "api");
    AccountState account = judgement.account();
    if (judgement.unavailable()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      Answers.detail(response, 503, judgement.problem());
      return false;
    }
    if (account == null) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Token");
      Answers.detail(response, 401, judgement.problem());
      return false;
    }
    if (!route.open(account, request.getMethod())) {
      Answers.detail(response, 403, "You do not have permission to perform this action.");
      return false;
    }
    request.setAttribute(CurrentAccount.ATTRIBUTE, account);
    return true;
  }

  private static boolean fits(HttpServletRequest request, HttpServletResponse response, Route route)
      throws IOException {
    String method = request.getMethod();
    if (!Accepts.json(request.getHeader(HttpHeaders.ACCEPT), produces(route, method))) {
      Answers.detail(response, 406, "Could not satisfy the request Accept header.");
      return false;
    }
    if (!Accepts.format(request.getQueryString())) {
      Answers.detail(response, 404, "Not found.");
      return false;
    }
    if (method.equals("OPTIONS")) {
      Answers.json(
          response, 200, description(route, request.getAttribute(CurrentAccount.ATTRIBUTE)));
      return false;
    }
    boolean aliasWithBody =
        method.equals("POST") && route.postIsAlias() && BodyReader.hasBody(request);
    if (route.method(method).isEmpty() || aliasWithBody) {
      Answers.detail(response, 405, "Method \"" + method + "\" not allowed.");
      return false;
    }
    return true;
  }

  private HttpServletRequest withBody(
      HttpServletRequest request, HttpServletResponse response, Route route) throws IOException {
    String method = request.getMethod();
    boolean alias = method.equals("POST") && route.postIsAlias();
    return WITH_BODY.contains(method) && !alias
        ? bodies.read(request, response, route.method(method).orElseThrow().consumes())
        : request;
  }

  private static List<MediaType> produces(Route route, String method) {
    return route.method(method).map(Route.Method::produces).orElse(List.of());
  }

  private static Map<String, Object> description(Route route, Object account) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("name", route.name());
    description.put("description", route.description());
    description.put("renders", List.of(MediaType.APPLICATION_JSON_VALUE));
    description.put("parses", List.of(MediaType.APPLICATION_JSON_VALUE));
    Map<String, Object> actions = route.actions(CurrentAccount.in(account));
    if (!actions.isEmpty()) {
      description.put("actions", actions);
    }
    return description;
  }
}
