// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import daybook.domain.Catchup;
import daybook.ops.http.ApiPath;
import daybook.ops.log.OpenLog;
import daybook.ops.log.store.StoreUnavailable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where several nodes serve, who has written at one may read at another: what operators read waits,
 * two seconds at most, until the views show all that was written before the request.
 */
final class OthersWrites extends OncePerRequestFilter {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final List<String> FEATURES = List.of("device", "access", "audit");

  private final OpenLog log;
  private final Catchup catchup;

  OthersWrites(OpenLog log, Catchup catchup) {
    this.log = log;
    this.catchup = catchup;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !request.getMethod().equals("GET")
        || ApiPath.within(path, "/public")
        || ApiPath.within(path, "/actuator")
        || StaticFiles.at(path);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    waitForOthers();
    chain.doFilter(request, response);
  }

  private void waitForOthers() {
    long begun = System.nanoTime();
    try {
      log.store().catchUp();
    } catch (StoreUnavailable e) {
      return; // what is read shows what is known here
    }
    long head = log.log().head();
    for (String feature : FEATURES) {
      catchup.await(feature, head, PATIENCE.minusNanos(System.nanoTime() - begun));
    }
  }
}
