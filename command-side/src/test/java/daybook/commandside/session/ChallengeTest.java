// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.session.SessionId;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  @Test
  void namesASessionThatFitsACommonName() {
    SessionId session = Challenge.newSession();
    assertThat("MDM$OTA$" + session.value()).hasSize(64);
    assertThat(session).isNotEqualTo(Challenge.newSession());
  }

  @Test
  void isReadBackFromItsText() {
    Challenge challenge = Challenge.oneUse(Challenge.newSession());
    assertThat(Challenge.read(challenge.text())).contains(challenge);
    assertThat(challenge.matches(challenge.sha256())).isTrue();
    assertThat(challenge.toString()).doesNotContain(challenge.secret());
  }

  @Test
  void isNotReadFromWhatNobodyMade() {
    for (String wrong : new String[] {"", ".", "a", ".x", "a b.c", "ü.x", "a.".repeat(120)}) {
      assertThat(Challenge.read(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void derivesTheSameSessionFromTheSamePartsOnly() {
    assertThat(Challenge.derivedSession("a", "bc")).isEqualTo(Challenge.derivedSession("a", "bc"));
    assertThat(Challenge.derivedSession("a", "bc"))
        .isNotEqualTo(Challenge.derivedSession("ab", "c"));
  }
}
