// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class ApiTokensTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void aFreshTokenHasTheFormAndItsChecksumHolds() {
    String token = ApiTokens.mint(false, 7, random);

    assertThat(token).matches("ztlu_[0-9a-zA-Z]{36}");
    assertThat(ApiTokens.claimsChecksum(token)).isTrue();
    assertThat(ApiTokens.checksumHolds(token)).isTrue();
    assertThat(ApiTokens.mint(true, 7, random)).startsWith("ztls_");
  }

  @Test
  void aChecksumIsBase62OfTheCrc32OfAllBefore() {
    // the CRC-32 of these 35 characters is 3434763997, which is 3KrV1j in base62
    assertThat(ApiTokens.checksumHolds("ztlu_" + "0".repeat(30) + "3KrV1j")).isTrue();
  }

  @Test
  void oneWrongCharacterBreaksTheChecksum() {
    String token = ApiTokens.mint(false, 7, random);
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'x' ? 'y' : 'x';
      assertThat(ApiTokens.checksumHolds(token.substring(0, i) + other + token.substring(i + 1)))
          .as("position %d", i)
          .isFalse();
    }
  }

  @Test
  void aTokenWithoutTheLineClaimsNoChecksum() {
    assertThat(ApiTokens.claimsChecksum("deadbeef")).isFalse();
    assertThat(ApiTokens.checksumHolds("ztlu_0123456789abcdef")).isFalse();
  }
}
