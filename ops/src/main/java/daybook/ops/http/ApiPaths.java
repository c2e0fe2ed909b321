// SPDX-License-Identifier: Apache-2.0
package daybook.ops.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before anything is judged under {@code /api/}: a path without its last slash is moved to the one
 * with it, whatever the method, and an odd spelling is no route. What fails behind it is answered
 * as JSON.
 */
public final class ApiPaths extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(ApiPaths.class);

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !ApiPath.of(request).underApi();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ApiPath path = ApiPath.of(request);
    if (!path.plain()) {
      Answers.detail(response, HttpServletResponse.SC_NOT_FOUND, ApiProblems.NOT_FOUND);
    } else if (!path.hasLastSlash()) {
      String query = request.getQueryString();
      response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
      response.setHeader(
          HttpHeaders.LOCATION, path.raw() + "/" + (query == null ? "" : "?" + query));
    } else {
      pass(request, response, chain);
    }
  }

  private static void pass(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    } catch (RuntimeException defect) {
      LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), defect);
      if (response.isCommitted()) {
        throw defect;
      }
      response.reset();
      Answers.defect(response);
    }
  }
}
