// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.commandside.oidc.OidcSettings.Oidc;
import daybook.domain.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider's settings must be, and what is done without a provider or when it is away. */
class OidcSettingsTest {
  private static final String NOWHERE = "http://127.0.0.1:1/staff";

  @ParameterizedTest
  @ValueSource(
      strings = {"http://login.example.org", "login.example.org", "https://", "https://x?y"})
  void anIssuerThatCouldBeOverheardOrIsNoneIsRefusedByName(String issuer) {
    assertThatThrownBy(() -> oidc(issuer, "daybook", ""))
        .hasMessage("daybook.oidc.issuer must be like https://login.example.org");
  }

  @Test
  void aProviderNeedsAClient() {
    assertThatThrownBy(() -> oidc("https://login.example.org", " ", ""))
        .hasMessage("daybook.oidc.client_id must be given with daybook.oidc.issuer");
    assertThat(oidc("", "", "").isOn()).isFalse();
  }

  @Test
  void theSecretIsReadFromItsFileEachTime(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "one\n");
    Oidc oidc = oidc("https://login.example.org", "daybook", "{{ file:" + file + " }}");
    assertThat(oidc.secret()).isEqualTo("one");
    Files.writeString(file, "two\n");
    assertThat(oidc.secret()).isEqualTo("two");
    assertThat(oidc("https://login.example.org", "daybook", "clear").secret()).isEqualTo("clear");
    assertThat(oidc.toString()).doesNotContain("secret");
    Files.delete(file);
    assertThatThrownBy(
            () -> oidc("https://login.example.org", "daybook", "{{ file:" + file + " }}"))
        .hasMessage("daybook.oidc.client_secret names a file that can't be read");
  }

  @Test
  void withoutAProviderNoneIsOffered() {
    assertThat(signIn(oidc("", "", "")).provider()).isEmpty();
    assertThat(signIn(oidc(NOWHERE, "daybook", "")).provider()).contains("the staff directory");
  }

  @Test
  void aProviderThatIsAwayIsToldAsSuch() {
    assertThat(
            signIn(oidc(NOWHERE, "daybook", ""))
                .begin(URI.create("http://127.0.0.1:8080/"), "/")
                .refusal()
                .orElseThrow()
                .reason())
        .isEqualTo(Refusal.PROVIDER_UNREACHABLE);
  }

  private static OidcSignIn signIn(Oidc oidc) {
    return new OidcSignIn(
        new OidcSettings("", oidc), null, null, null, null, null, Clock.systemUTC());
  }

  private static Oidc oidc(String issuer, String client, String secret) {
    return new Oidc(
        issuer, client, secret, "the staff directory", List.of("openid"), "email", false, "");
  }
}
