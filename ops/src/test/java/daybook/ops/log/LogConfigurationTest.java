// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Intents;
import daybook.domain.KeyChest;
import daybook.domain.Log;
import daybook.domain.Vault;
import daybook.ops.keys.Shredder;
import daybook.ops.log.axon.AxonIntents;
import daybook.ops.log.axon.ClockGuard;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** The beans that other packages ask for. */
class LogConfigurationTest {
  @TempDir private Path home;

  private final ApplicationContextRunner spring =
      new ApplicationContextRunner()
          .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
          .withUserConfiguration(LogConfiguration.class);

  @Test
  void oneHomeIsOpenAndClosesWithTheContext() {
    spring
        .withPropertyValues("daybook.home=" + home)
        .run(
            context -> {
              assertThat(context).hasSingleBean(Log.class).hasSingleBean(Vault.class);
              assertThat(context).hasSingleBean(KeyChest.class).hasSingleBean(Shredder.class);
              assertThat(context).hasSingleBean(ClockGuard.class).hasSingleBean(Clock.class);
              assertThat(context.getBean(Intents.class)).isInstanceOf(AxonIntents.class);
              Instant now = context.getBean(Clock.class).instant();
              assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
              assertThat(context.getBean(Log.class).head()).isZero();
              assertThat(health(context)).isEqualTo(Status.UP);
              context.getBean(OpenLog.class).close();
              assertThat(health(context)).isEqualTo(Status.DOWN);
              assertThat(home.resolve("log.db")).exists();
            });
    try (OpenLog again = OpenLog.at(home)) {
      assertThat(again.log().head()).isZero();
    }
  }

  private static Status health(ApplicationContext context) {
    return context.getBean(HealthIndicator.class).health().getStatus();
  }

  @Test
  void wrongSettingStopsTheStartAndNamesItsKey() {
    spring
        .withPropertyValues("daybook.home=" + home, "daybook.cached_aggregates=0")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("daybook.cached_aggregates must be at least 1"));
  }
}
