// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import daybook.ops.http.ApiPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Only forms of our own pages may change something: each carries, in a hidden field, the same
 * random text as a cookie, and comes from our origin. The API, whose clients send a token, and the
 * devices' paths are left alone.
 */
final class PageForms extends OncePerRequestFilter {
  /** The hidden field, and the request attribute in which its value waits for the page. */
  static final String FIELD = "_csrf";

  static final String HEADER = "X-Csrf-Token";
  static final String COOKIE = "daybook_csrf";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final int LENGTH = 43;

  private final SecureRandom random = new SecureRandom();

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return ApiPath.of(request).underApi()
        || ApiPath.within(path, "/public")
        || ApiPath.within(path, "/actuator")
        || StaticFiles.at(path);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<String> cookie = cookie(request);
    if (!SAFE.contains(request.getMethod()) && !genuine(request, cookie)) {
      refuse(response);
      return;
    }
    request.setAttribute(FIELD, cookie.orElseGet(() -> give(request, response)));
    chain.doFilter(request, response);
  }

  private static boolean genuine(HttpServletRequest request, Optional<String> cookie) {
    String sent = request.getHeader(HEADER);
    String value = sent == null ? request.getParameter(FIELD) : sent;
    return ownOrigin(request)
        && value != null
        && cookie.filter(ours -> same(ours, value)).isPresent();
  }

  private static boolean ownOrigin(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null || origin.endsWith("://" + request.getHeader(HttpHeaders.HOST));
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> cookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .filter(value -> value.length() == LENGTH)
            .findFirst();
  }

  private String give(HttpServletRequest request, HttpServletResponse response) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, value)
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .secure(request.isSecure())
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return value;
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("text/plain;charset=UTF-8");
    response
        .getOutputStream()
        .write(
            "This form is out of date. Go back, load its page again, and send it once more.\n"
                .getBytes(StandardCharsets.UTF_8));
  }
}
