// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import daybook.domain.access.InvalidInput;
import daybook.domain.issuer.ScepBackend;
import daybook.domain.issuer.ScepIssuer;
import daybook.domain.issuer.ScepIssuerId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScepIssuerInputTest {
  private static final Map<String, Object> OPENED = Map.of("challenge", "s3cret");
  private static final ScepIssuer PRESENT =
      new ScepIssuer(
          new ScepIssuerId("a"),
          "one",
          "why",
          1,
          "https://scep.example.com/",
          4096,
          5,
          ScepBackend.STATIC_CHALLENGE,
          null);

  private static Map<String, Object> body(String backend, String kwargs, Map<String, Object> of) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "one");
    body.put("url", "https://scep.example.com/");
    body.put("backend", backend);
    body.put(kwargs, of);
    return body;
  }

  private static ScepIssuerInput change(Map<String, Object> body) {
    return ScepIssuerInput.read(body, PRESENT, issuer -> OPENED);
  }

  @Test
  void aMaskThatIsSentBackLeavesTheSecretAsItIs() {
    ScepIssuerInput input =
        change(
            body(
                "STATIC_CHALLENGE", "static_challenge_kwargs", Map.of("challenge", Backends.MASK)));

    assertThat(input.settings()).isEqualTo(OPENED);
  }

  @Test
  void anotherSecretReplacesIt() {
    ScepIssuerInput input =
        change(body("STATIC_CHALLENGE", "static_challenge_kwargs", Map.of("challenge", "new")));

    assertThat(input.settings()).isEqualTo(Map.of("challenge", "new"));
    assertThat(input.toString()).doesNotContain("new");
  }

  @Test
  void whatIsAbsentStaysAsItWas() {
    ScepIssuerInput input =
        change(body("STATIC_CHALLENGE", "static_challenge_kwargs", Map.of("challenge", "new")));

    assertThat(input.keySize()).isEqualTo(4096);
    assertThat(input.keyUsage()).isEqualTo(5);
    assertThat(input.description()).isEqualTo("why");
  }

  @Test
  void anotherBackendNeedsItsOwnSettings() {
    InvalidInput wrong =
        catchThrowableOfType(
            InvalidInput.class,
            () ->
                change(
                    body("IDENT", "static_challenge_kwargs", Map.of("challenge", Backends.MASK))));

    assertThat(wrong.fields())
        .isEqualTo(
            Map.of(
                "ident_kwargs", List.of("This field is required."),
                "static_challenge_kwargs", List.of("This field cannot be set for this backend.")));
  }

  @Test
  void onlySecretsAreMasked() {
    assertThat(Backends.masked(Map.of("url", "https://a/", "username", "u", "password", "p")))
        .isEqualTo(Map.of("url", "https://a/", "username", "u", "password", Backends.MASK));
  }
}
