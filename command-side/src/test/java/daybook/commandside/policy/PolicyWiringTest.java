// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import daybook.commandside.apple.apns.Apns;
import daybook.commandside.apple.apns.ApnsSettings;
import daybook.commandside.apple.apns.PushOutcome;
import daybook.commandside.ca.RenewalSettings;
import daybook.commandside.command.MdmCommands;
import daybook.commandside.fake.MemoryLog;
import daybook.commandside.fake.OpenVault;
import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.Leases;
import daybook.domain.Log;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.ToDo;
import daybook.domain.Vault;
import daybook.domain.command.InventoryWork;
import daybook.domain.push.PushWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class PolicyWiringTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(House.class);

  @Test
  void bothPoliciesLookAtTheirOwnViews() {
    runner.run(
        context -> {
          assertThat(context).hasNotFailed();
          await().until(() -> looks(context.getBean(Pushes.class)) > 0);
          await().until(() -> looks(context.getBean(Inventories.class)) > 0);
        });
  }

  @Test
  void policiesCanBeSwitchedOff() {
    runner
        .withPropertyValues("daybook.policies=false")
        .run(
            context -> {
              assertThat(context.getBean(Policies.class).isRunning()).isTrue();
              assertThat(looks(context.getBean(Pushes.class))).isZero();
            });
  }

  @Test
  void aWrongSettingStopsTheStartAndNamesItsKey() {
    for (String wrong :
        List.of(
            "daybook.inventory_interval=1s",
            "daybook.renewal_lead=1h",
            "daybook.apns_port=0",
            "daybook.apns_host=",
            "daybook.apns_concurrency=0",
            "daybook.apns_trusted_ca=/no/such/file")) {
      runner
          .withPropertyValues(wrong)
          .run(
              context ->
                  assertThat(context.getStartupFailure())
                      .as(wrong)
                      .rootCause()
                      .isNotNull()
                      .satisfies(
                          root ->
                              assertThat(messages(context.getStartupFailure()))
                                  .contains(wrong.substring(0, wrong.indexOf('=')))));
    }
  }

  private static String messages(Throwable failure) {
    StringBuilder all = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      all.append(each.getMessage()).append('\n');
    }
    return all.toString();
  }

  private static int looks(Looked<?> view) {
    return view.looks.get();
  }

  private static class Looked<W> implements ToDo<W> {
    final AtomicInteger looks = new AtomicInteger();

    @Override
    public List<W> due(Instant now, int limit) {
      looks.incrementAndGet();
      return List.of();
    }

    @Override
    public boolean caughtUp() {
      return true;
    }
  }

  static final class Pushes extends Looked<PushWork> {}

  static final class Inventories extends Looked<InventoryWork> {}

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({ApnsSettings.class, RenewalSettings.class})
  @Import({
    PolicyConfiguration.class,
    Policies.class,
    PushAttempt.class,
    WhenPushRequestedThenWakeDevice.class,
    WhenDeviceInformationIsOldThenAskForIt.class,
    MdmCommands.class
  })
  static class House {
    @Bean
    Pushes pushes() {
      return new Pushes();
    }

    @Bean
    Inventories inventories() {
      return new Inventories();
    }

    @Bean
    Leases leases() {
      return Leases.ALWAYS;
    }

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    Vault vault() {
      return new OpenVault();
    }

    @Bean
    Log log() {
      return new MemoryLog();
    }

    @Bean
    Apns apns() {
      return (certificate, wakeUp, now) -> new PushOutcome.Unreachable("nobody is there");
    }

    @Bean
    Intents intents() {
      return new Intents() {
        @Override
        public <R> Outcome<R> send(Intent<R> intent, Origin origin) {
          return Outcome.accepted();
        }
      };
    }
  }
}
