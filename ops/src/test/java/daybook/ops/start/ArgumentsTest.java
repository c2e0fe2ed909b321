// SPDX-License-Identifier: Apache-2.0
package daybook.ops.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void noFlagMeansNoSimulation() {
    assertThat(Arguments.parse("--server.port=0").simulate()).isEmpty();
    assertThat(Arguments.parse("--server.port=0").rest()).containsExactly("--server.port=0");
  }

  @Test
  void theNumberMayFollowOrBeJoined() {
    assertThat(Arguments.parse("--simulate", "3").simulate()).hasValue(3);
    assertThat(Arguments.parse("--simulate=0").simulate()).hasValue(0);
  }

  @Test
  void anythingElseIsToldWithWhatWasGiven() {
    assertThatThrownBy(() -> Arguments.parse("--simulate", "many")).hasMessageContaining("'many'");
    assertThatThrownBy(() -> Arguments.parse("--simulate")).hasMessageContaining("''");
    assertThatThrownBy(() -> Arguments.parse("--simulate=-1")).hasMessageContaining("'-1'");
  }
}
