// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import daybook.domain.Intents;
import daybook.domain.KeyChest;
import daybook.domain.Leases;
import daybook.domain.Log;
import daybook.domain.Vault;
import daybook.ops.keys.Shredder;
import daybook.ops.log.axon.ClockGuard;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The open home as beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogHome.class)
class LogConfiguration {
  /** The one clock: nothing else reads the time. */
  @Bean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Bean
  OpenLog openLog(LogHome settings, Clock clock, MeterRegistry meters) {
    return OpenLog.in(settings.home())
        .logUrl(settings.logUrl())
        .keysUrl(settings.keysUrl())
        .severalNodes(settings.severalNodes())
        .clock(clock)
        .meters(meters)
        .cachedAggregates(settings.cachedAggregates())
        .open();
  }

  @Bean
  Log log(OpenLog home) {
    return home.log();
  }

  @Bean
  Intents intents(OpenLog home) {
    return home.intents();
  }

  @Bean
  Vault vault(OpenLog home) {
    return home.vault();
  }

  @Bean(destroyMethod = "")
  KeyChest keyChest(OpenLog home) {
    return home.keyChest();
  }

  /** The home closes them. */
  @Bean(destroyMethod = "")
  Leases leases(OpenLog home) {
    return home.leases();
  }

  @Bean
  Shredder shredder(OpenLog home) {
    return home.shredder();
  }

  /** Down, with a sentence, while nothing can be written. */
  @Bean
  HealthIndicator logHealth(OpenLog home) {
    return () ->
        home.refusing()
            .map(reason -> Health.down().withDetail("reason", reason).build())
            .orElseGet(() -> Health.up().build());
  }

  @Bean
  ClockGuard clockGuard(OpenLog home) {
    return home.clockGuard();
  }
}
