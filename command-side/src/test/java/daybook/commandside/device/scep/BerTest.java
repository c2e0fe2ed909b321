// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3000",
        "3080020101" + "0000",
        "30800000",
        "3006020101020102",
        "a08004010100" + "00"
      })
  void passesWhatIsWellFormed(String hex) {
    assertThatCode(() -> Ber.requireModest(bytes(hex))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30",
        "3003020101ff",
        "3002020101",
        "0480",
        "1f8101",
        "308020",
        "3084ffffffff",
        "30830fffff"
      })
  void refusesWhatIsMalformed(String hex) {
    assertThatThrownBy(() -> Ber.requireModest(bytes(hex))).isInstanceOf(ScepProblem.class);
  }

  @Test
  void refusesDeepNestsOfEitherKindOfLength() {
    assertThatThrownBy(() -> Ber.requireModest(bytes("3080".repeat(40) + "0000".repeat(40))))
        .isInstanceOf(ScepProblem.class)
        .hasMessageContaining("32 levels");
    assertThatCode(() -> Ber.requireModest(bytes("3080".repeat(32) + "0000".repeat(32))))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesTooManyElements() {
    assertThatThrownBy(() -> Ber.requireModest(bytes("0500".repeat(10_002))))
        .hasMessageContaining("elements");
  }

  @Test
  void cutsOutTheFirstElementAsItWasSent() throws ScepProblem {
    assertThat(Ber.firstInside(bytes("300a" + "3081050201010500" + "0500")))
        .isEqualTo(bytes("3081050201010500"));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
