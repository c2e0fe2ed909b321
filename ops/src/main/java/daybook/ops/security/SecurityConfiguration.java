// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import daybook.domain.Catchup;
import daybook.ops.http.ApiPaths;
import daybook.ops.http.ApiSettings;
import daybook.ops.log.OpenLog;
import jakarta.servlet.Filter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The filters, in their order. */
@Configuration
class SecurityConfiguration {
  private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 100;

  /** Made when the controllers are known; an endpoint without permission ends the start here. */
  @Bean
  RouteTable routeTable(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    return Routes.of(mapping.getHandlerMethods());
  }

  @Bean
  FilterRegistrationBean<Filter> securityHeaders() {
    return registration(new SecurityHeaders(), 0);
  }

  @Bean
  FilterRegistrationBean<Filter> apiPaths() {
    return registration(new ApiPaths(), 1);
  }

  @Bean
  FilterRegistrationBean<Filter> apiDoor(
      ObjectProvider<RouteTable> routes, TokenJudge tokens, ApiSettings settings) {
    return registration(
        new ApiDoor(routes::getObject, tokens, new BodyReader(settings.apiBodyLimit().toBytes())),
        2);
  }

  @Bean
  FilterRegistrationBean<Filter> actuatorDoor(TokenJudge tokens) {
    return registration(new ActuatorDoor(tokens), 3);
  }

  @Bean
  FilterRegistrationBean<Filter> pageForms() {
    return registration(new PageForms(), 4);
  }

  @Bean
  FilterRegistrationBean<Filter> othersWrites(ObjectProvider<OpenLog> found, Catchup catchup) {
    OpenLog log = found.getIfAvailable(); // doors alone have none
    FilterRegistrationBean<Filter> registration = registration(new OthersWrites(log, catchup), 5);
    registration.setEnabled(log != null && log.node().isPresent());
    return registration;
  }

  private static FilterRegistrationBean<Filter> registration(Filter filter, int place) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(FIRST + place);
    registration.addUrlPatterns("/*");
    return registration;
  }
}
