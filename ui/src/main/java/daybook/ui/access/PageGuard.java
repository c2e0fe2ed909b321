// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts {@link SignedIn} before every page but the one for signing in. */
@Configuration
class PageGuard implements WebMvcConfigurer {
  private final SignedIn signedIn;

  PageGuard(SignedIn signedIn) {
    this.signedIn = signedIn;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(signedIn).addPathPatterns(Chapter.patterns());
  }
}
