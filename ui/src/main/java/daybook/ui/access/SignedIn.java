// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.access.AccountId;
import daybook.domain.access.AccountState;
import daybook.domain.access.CurrentAccount;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets only people through who are signed in and may see the page. The account's aggregate is asked
 * on each page, so that a blocked account loses its pages at once.
 */
@Component
class SignedIn implements HandlerInterceptor {
  private static final String ACCOUNT = "daybook.page.account";
  private static final String ERA = "daybook.page.era";

  private final PageStanding standing;

  SignedIn(PageStanding standing) {
    this.standing = standing;
  }

  /** Makes a session one of an account, as long as the account's present era lasts. */
  static void enter(HttpSession session, AccountState account) {
    session.setAttribute(ACCOUNT, account.account().value());
    session.setAttribute(ERA, account.era());
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      return true; // a stream that ends; its request was judged when it came
    }
    Optional<AccountState> account = account(request.getSession(false));
    if (account.isEmpty()) {
      String next = request.getMethod().equals("GET") ? request.getRequestURI() : "/";
      response.sendRedirect("/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
      return false;
    }
    if (!Chapter.open(route(request), account.get())) {
      response.sendError(HttpStatus.FORBIDDEN.value());
      return false;
    }
    request.setAttribute(CurrentAccount.ATTRIBUTE, account.get());
    return true;
  }

  /** The route as it is declared: a path may be written in many ways. */
  private static String route(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
  }

  private Optional<AccountState> account(HttpSession session) {
    if (session == null
        || !(session.getAttribute(ACCOUNT) instanceof String id)
        || !(session.getAttribute(ERA) instanceof Integer era)) {
      return Optional.empty();
    }
    return standing.of(new AccountId(id), era);
  }
}
