// SPDX-License-Identifier: Apache-2.0
package daybook.ops.tls;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** On the port for devices there is nothing but the two URLs of devices. */
record DevicePort(int port) implements Filter {
  private static final Set<String> URLS =
      Set.of(
          "/public/mdm/checkin",
          "/public/mdm/checkin/",
          "/public/mdm/connect",
          "/public/mdm/connect/");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getLocalPort() == port
        && !URLS.contains(((HttpServletRequest) request).getRequestURI())) {
      ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    chain.doFilter(request, response);
  }
}
