// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeldLeaseTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final HeldLease lease = new HeldLease(nanos::get);

  @Test
  void itIsNobodysBeforeItIsTaken() {
    assertThat(lease.held()).isFalse();
    assertThat(lease.term()).isZero();
  }

  @Test
  void itEndsByItselfThoughNobodyTellsAndThoughTheClockRunsOver() {
    lease.hold(4, nanos.get() + 10);
    assertThat(lease.term()).isEqualTo(4);
    nanos.addAndGet(9);
    assertThat(lease.held()).isTrue();
    nanos.addAndGet(1);
    assertThat(lease.held()).isFalse();
    assertThat(lease.term()).isZero();
  }

  @Test
  void itIsGivenUp() {
    lease.hold(4, nanos.get() + 10);
    lease.lose();
    assertThat(lease.held()).isFalse();
  }
}
