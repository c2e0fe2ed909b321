// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.tls.Tls;
import daybook.commandside.tls.TlsSettings;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EnrollSettingsTest {
  private final ApplicationContextRunner start =
      new ApplicationContextRunner()
          .withUserConfiguration(EnrollConfiguration.class)
          .withBean(Tls.class, () -> new Tls(new TlsSettings("", "", true, "", "")))
          .withBean(PublicUrl.class);

  @Test
  void nameNoAddressByDefault() {
    start.run(context -> assertThat(context.getBean(PublicUrl.class).get()).isEmpty());
  }

  @Test
  void nameTheAddressWithoutItsLastSlash() {
    start
        .withPropertyValues("daybook.public_url=https://mdm.example.org/")
        .run(
            context ->
                assertThat(context.getBean(PublicUrl.class).get())
                    .hasToString("Optional[https://mdm.example.org]"));
  }

  @Test
  void nameThePortWeListenOnInTheSimulation() {
    start
        .withPropertyValues("daybook.simulation=true", "server.port=4712")
        .run(
            context ->
                assertThat(context.getBean(PublicUrl.class).get())
                    .hasToString("Optional[http://127.0.0.1:4712]"));
  }

  @Test
  void stopTheStartWithASentenceThatNamesTheKey() {
    start
        .withPropertyValues("daybook.public_url=mdm.example.org")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .hasStackTraceContaining("daybook.public_url must be like https://"));
  }
}
