// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.commandside.access.AccountTokens;
import daybook.commandside.access.Accounts;
import daybook.commandside.access.RoleStanding;
import daybook.commandside.ca.CertificateAuthority;
import daybook.commandside.ca.OperatedAuthorities;
import daybook.commandside.ca.RenewalSettings;
import daybook.commandside.number.Numbers;
import daybook.commandside.restore.AdoptedStrays;
import daybook.commandside.restore.OperatedQuarantine;
import daybook.commandside.restore.Quarantine;
import daybook.commandside.session.EnrollmentConfigurations;
import daybook.ops.log.HomeInUse;
import daybook.ops.security.DeclaredPermissions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The same controls over the files of a home on which no server runs: log, keys and views are
 * opened, and nothing else: no port, and no policy that would act.
 */
public final class OfflineControls {
  private OfflineControls() {}

  /**
   * Does what is asked, and closes the files again.
   *
   * @param answer told each line of the answer, as {@link Controls} writes them
   * @throws HomeInUse when a server has the home open
   * @throws BeansException when the files can't be opened
   */
  public static void run(Path home, String name, byte[] asked, Consumer<String> answer) {
    try (ConfigurableApplicationContext files = open(home)) {
      files.getBean(Controls.class).run(name, asked, answer);
    }
  }

  private static ConfigurableApplicationContext open(Path home) {
    SpringApplication application =
        new SpringApplicationBuilder(Files.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .build();
    try {
      return application.run(arguments(home));
    } catch (BeanCreationException failed) {
      throw inUse(failed).<RuntimeException>map(running -> running).orElse(failed);
    }
  }

  /** The home's settings, and quiet. */
  static String[] arguments(Path home) {
    return new String[] {
      "--daybook.home=" + home,
      "--logging.level.daybook=warn",
      "--logging.level.org.springframework.boot=off",
      "--spring.config.additional-location=optional:" + home.resolve("application.yml").toUri()
    };
  }

  private static Optional<HomeInUse> inUse(Throwable failed) {
    return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
        .filter(HomeInUse.class::isInstance)
        .map(HomeInUse.class::cast)
        .findFirst();
  }

  /** What is opened. */
  @ComponentScan({"daybook.ops.log", "daybook.projections.wiring"})
  @Import({
    ControlsConfiguration.class,
    Accounts.class,
    AccountTokens.class,
    RoleStanding.class,
    DeclaredPermissions.class,
    Numbers.class,
    EnrollmentConfigurations.class,
    CertificateAuthority.class,
    OperatedAuthorities.class,
    Quarantine.class,
    OperatedQuarantine.class,
    AdoptedStrays.class
  })
  @EnableConfigurationProperties(RenewalSettings.class)
  static class Files {
    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }
  }
}
