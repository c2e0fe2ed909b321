// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import daybook.domain.access.CurrentAccount;
import daybook.domain.access.Permission;
import daybook.domain.access.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The second lock: no method that names a permission runs for an account that lacks it, however the
 * request came by.
 */
@Configuration
class EndpointGuard implements HandlerInterceptor, WebMvcConfigurer {
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).order(Ordered.LOWEST_PRECEDENCE);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Requires requires = method.getMethodAnnotation(Requires.class);
      if (requires != null
          && !CurrentAccount.in(request.getAttribute(CurrentAccount.ATTRIBUTE))
              .may(new Permission(requires.value()))) {
        throw new IllegalStateException(method + " was reached without " + requires.value());
      }
    }
    return true;
  }
}
