// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void aReportIsMetOnlyIfAllItsTargetsAre() {
    assertThat(new Report("x").atLeast("a", 0.6, 0.5).atMost("b", 1.1, 1.2).met()).isTrue();
    assertThat(new Report("x").atLeast("a", 0.4, 0.5).atMost("b", 1.1, 1.2).met()).isFalse();
    assertThat(new Report("x").atLeast("a", 0.6, 0.5).atMost("b", 1.3, 1.2).met()).isFalse();
  }

  @Test
  void percentilesAreValuesThatWereMeasured() {
    Samples samples = new Samples();
    for (int i = 100; i >= 1; i--) {
      samples.add(i);
    }
    assertThat(samples.median()).isEqualTo(50);
    assertThat(samples.percentile(99)).isEqualTo(99);
    assertThat(samples.percentile(100)).isEqualTo(100);
  }
}
