// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TrustSettingsTest {
  private final ApplicationContextRunner start =
      new ApplicationContextRunner().withUserConfiguration(CaConfiguration.class);

  @Test
  void trustNobodyElseByDefault() {
    start.run(context -> assertThat(context.getBean(TrustSettings.class).certificates()).isEmpty());
  }

  @Test
  void stopTheStartWithASentenceThatNamesTheKey() {
    start
        .withPropertyValues("daybook.scep_ca_fullchain=nonsense")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining("daybook.scep_ca_fullchain must be PEM"));
  }
}
