// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import java.util.Arrays;

/** Measured values, of which percentiles are asked. */
final class Samples {
  private double[] values = new double[64];
  private int count;

  void add(double value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  double median() {
    return percentile(50);
  }

  double percentile(double percent) {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    int index = (int) Math.ceil(percent / 100 * count) - 1;
    return sorted[Math.max(0, Math.min(count - 1, index))];
  }
}
