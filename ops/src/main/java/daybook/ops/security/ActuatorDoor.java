// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import daybook.domain.access.Permission;
import daybook.ops.http.Answers;
import daybook.ops.http.ApiPath;
import daybook.ops.security.TokenJudge.Judgement;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Health is for everybody, metrics for who may view them, and nothing else is there. */
final class ActuatorDoor extends OncePerRequestFilter {
  private static final Set<String> OPEN =
      Set.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness");
  private static final String METRICS = "/actuator/prometheus";

  private final TokenJudge tokens;

  ActuatorDoor(TokenJudge tokens) {
    this.tokens = tokens;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !ApiPath.within(request.getRequestURI(), "/actuator")
        && !ApiPath.within(request.getServletPath(), "/actuator");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (OPEN.contains(request.getRequestURI())) {
      chain.doFilter(request, response);
    } else if (!METRICS.equals(request.getRequestURI())) {
      Answers.detail(response, 404, "Not found.");
    } else if (mayViewMetrics(request, response)) {
      chain.doFilter(request, response);
    }
  }

  private boolean mayViewMetrics(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Judgement judgement = tokens.judge(request, "metrics");
    if (judgement.account() == null) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Token");
      Answers.detail(response, judgement.unavailable() ? 503 : 401, judgement.problem());
      return false;
    }
    if (!judgement.account().may(Permission.VIEW_METRICS)) {
      Answers.detail(response, 403, "You do not have permission to perform this action.");
      return false;
    }
    return true;
  }
}
