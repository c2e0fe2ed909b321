// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ScepSettingsTest {
  private final ApplicationContextRunner start =
      new ApplicationContextRunner().withUserConfiguration(ScepConfiguration.class);

  @Test
  void allowTheWeakAndLimitTheSizeByDefault() {
    start.run(
        context -> {
          ScepSettings settings = context.getBean(ScepSettings.class);
          assertThat(settings.scepAllowWeak()).isTrue();
          assertThat(settings.scepLimit().toKilobytes()).isEqualTo(64);
        });
  }

  @Test
  void areSetByTheirKeys() {
    start
        .withPropertyValues("daybook.scep_allow_weak=false", "daybook.scep_limit=32KB")
        .run(
            context -> {
              ScepSettings settings = context.getBean(ScepSettings.class);
              assertThat(settings.scepAllowWeak()).isFalse();
              assertThat(settings.scepLimit().toKilobytes()).isEqualTo(32);
            });
  }

  @Test
  void stopTheStartWithASentenceThatNamesTheKey() {
    start
        .withPropertyValues("daybook.scep_limit=1KB")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .hasStackTraceContaining("daybook.scep_limit must lie between"));
  }
}
