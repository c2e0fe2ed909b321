// SPDX-License-Identifier: Apache-2.0
package daybook.ops.shelf;

import daybook.domain.Shelf;
import daybook.ops.log.LogHome;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.MapSession;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Where several nodes serve the pages, each finds who signed in at another; the only node leaves
 * page sessions to the server's memory.
 */
@Configuration(proxyBeanMethods = false)
class ShelfConfiguration {
  private static final String COOKIE = "daybook_session";

  @Bean
  Shelf shelf(LogHome settings) throws SQLException {
    return settings.severalNodes() ? new PostgresShelf(settings.logUrl()) : new MemoryShelf();
  }

  @Bean
  FilterRegistrationBean<SessionRepositoryFilter<MapSession>> sharedSessions(
      Shelf shelf,
      LogHome settings,
      @Value("${server.servlet.session.timeout:8h}") Duration timeout) {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(COOKIE);
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Strict");
    CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
    ids.setCookieSerializer(cookie);
    SessionRepositoryFilter<MapSession> filter =
        new SessionRepositoryFilter<>(new SharedSessions(shelf, timeout));
    filter.setHttpSessionIdResolver(ids);
    FilterRegistrationBean<SessionRepositoryFilter<MapSession>> registration =
        new FilterRegistrationBean<>(filter);
    registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
    registration.addUrlPatterns("/*");
    registration.setEnabled(settings.severalNodes());
    return registration;
  }
}
