// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.ops.backup.Restore;
import daybook.ops.log.LogHome;
import java.nio.file.Path;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** What a home's settings say, read as the server reads them; nothing else is opened. */
public final class HomeSettings {
  private HomeSettings() {}

  /** Where the server of a home would look for log and keys. */
  public static Restore.Target target(Path home) {
    try (ConfigurableApplicationContext settings =
        new SpringApplicationBuilder(Settings.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .run(OfflineControls.arguments(home))) {
      LogHome where = settings.getBean(LogHome.class);
      return new Restore.Target(
          home, where.logUrl(), where.keysUrl(), System.getenv("DAYBOOK_MASTER_KEY"));
    }
  }

  /** The one kind of settings. */
  @EnableConfigurationProperties(LogHome.class)
  static class Settings {}
}
