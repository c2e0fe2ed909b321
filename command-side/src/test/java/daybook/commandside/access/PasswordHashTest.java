// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
  @Test
  void onlyTheSamePasswordMatches() {
    PasswordHash hash = PasswordHash.of("correct horse battery", new SecureRandom());

    assertThat(hash.text()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hash.matches("correct horse battery")).isTrue();
    assertThat(hash.matches("correct horse batterz")).isFalse();
    assertThat(hash.matches("")).isFalse();
  }

  @Test
  void aHashMadeByAnotherArgon2Matches() {
    // made by the reference command line tool: argon2 somesalt -id -t 2 -m 16 -p 1 -l 32 -e
    String reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertThat(new PasswordHash(reference).matches("password")).isTrue();
  }

  @Test
  void whatIsNoHashIsRefusedAndAHashIsNeverShown() {
    assertThatThrownBy(() -> new PasswordHash("plain"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(PasswordHash.of("x".repeat(12), new SecureRandom()).toString())
        .doesNotContain("argon2id");
  }

  @Test
  void anAbsentHashNeverMatches() {
    assertThat(new Passwords().match("anything at all", Optional.empty())).isFalse();
  }
}
