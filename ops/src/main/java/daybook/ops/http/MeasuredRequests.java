// SPDX-License-Identifier: Apache-2.0
package daybook.ops.http;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Which requests are measured one by one: those of people and programs. What devices say is counted
 * by the intents that come of it, {@code daybook.intents}.
 */
@Configuration(proxyBeanMethods = false)
class MeasuredRequests {
  @Bean
  ObservationPredicate allButDevices() {
    return (name, context) ->
        !(context instanceof ServerRequestObservationContext request)
            || !request.getCarrier().getRequestURI().startsWith("/public/mdm/");
  }
}
