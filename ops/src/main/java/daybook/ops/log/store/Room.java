// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The bytes that may wait for the writer at one time. An append larger than all waits alone. */
final class Room {
  private final int capacity;
  private final Semaphore free;

  Room(int capacity) {
    this.capacity = capacity;
    this.free = new Semaphore(capacity, true);
  }

  boolean take(int bytes, long nanos) throws InterruptedException {
    return free.tryAcquire(Math.min(bytes, capacity), nanos, TimeUnit.NANOSECONDS);
  }

  void give(int bytes) {
    free.release(Math.min(bytes, capacity));
  }
}
