// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.lease;

import daybook.domain.Lease;
import java.util.function.LongSupplier;

/** One lease as this node knows it: held until a moment of its own clock, unless renewed before. */
final class HeldLease implements Lease {
  private final LongSupplier nanos;
  private volatile Term present = new Term(0, 0);

  private record Term(long number, long end) {}

  /**
   * @param nanos a clock that nobody sets
   */
  HeldLease(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public boolean held() {
    return term() != 0;
  }

  @Override
  public long term() {
    Term last = present;
    return last.number() != 0 && last.end() - nanos.getAsLong() > 0 ? last.number() : 0;
  }

  /**
   * It was taken or renewed.
   *
   * @param end in nanoseconds of the clock
   */
  void hold(long number, long end) {
    present = new Term(number, end);
  }

  void lose() {
    present = new Term(0, 0);
  }
}
