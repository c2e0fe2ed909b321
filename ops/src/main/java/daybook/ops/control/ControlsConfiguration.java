// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.commandside.access.AccountTokens;
import daybook.commandside.access.Accounts;
import daybook.commandside.ca.OperatedAuthorities;
import daybook.commandside.session.EnrollmentConfigurations;
import daybook.domain.Actor;
import daybook.domain.Log;
import daybook.domain.Origin;
import daybook.domain.access.KnownPermissions;
import daybook.domain.restore.QuarantineDesk;
import daybook.domain.restore.StrayDesk;
import daybook.ops.backup.Backup;
import daybook.ops.log.OpenLog;
import daybook.ops.log.axon.ClockGuard;
import daybook.projections.Projector;
import daybook.projections.access.AccountViews;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** All that can be asked of a home, whether a server runs on it or not. */
@Configuration(proxyBeanMethods = false)
class ControlsConfiguration {
  private static final Actor CONSOLE = Actor.operator("console");

  @Bean
  Controls controls(
      Projector projector,
      Accounts accounts,
      AccountTokens tokens,
      KnownPermissions permissions,
      AccountViews accountViews,
      EnrollmentConfigurations configurations,
      OperatedAuthorities authorities,
      Log log,
      ClockGuard clock,
      QuarantineDesk quarantine,
      StrayDesk strays,
      OpenLog home,
      Clock time,
      Environment settings) {
    Supplier<Origin> origins = () -> Origin.of(CONSOLE, UUID.randomUUID().toString());
    return new Controls(
        List.of(
            new ViewControls(projector).all(),
            new AccountControls(accounts, tokens, permissions, accountViews, origins).all(),
            new EnrollmentControls(
                    configurations,
                    origins,
                    secret -> new EnrollmentLink(secret).at(address(settings)))
                .all(),
            new AuthorityControls(authorities, origins).all(),
            new QuarantineControls(quarantine, origins).all(),
            new StrayControls(strays, origins).all(),
            new BackupControls(new Backup(home.store(), home.keys(), time), masterKey(settings))
                .all(),
            new StatusControls(log, projector, clock::distrust, clock::confirm).all()));
  }

  /** Where the master key lies. */
  private static String masterKey(Environment settings) {
    return System.getenv("DAYBOOK_MASTER_KEY") == null
        ? Path.of(settings.getProperty("daybook.home", "./data"))
            .resolve("master.key")
            .toAbsolutePath()
            .normalize()
            .toString()
        : "in the environment, DAYBOOK_MASTER_KEY";
  }

  /** Where devices reach us, as far as the settings tell. */
  private static URI address(Environment settings) {
    String url = settings.getProperty("daybook.public_url", "");
    String port =
        settings.getProperty("local.server.port", settings.getProperty("server.port", "8080"));
    return URI.create(url.isEmpty() ? "http://127.0.0.1:" + port : url.replaceFirst("/+$", ""));
  }
}
