// SPDX-License-Identifier: Apache-2.0
package daybook.projections;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * What answers now. A switch waits for those who are reading, so that the former one can be closed
 * after it.
 *
 * @param <T> what is read
 */
public final class Serving<T> {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private T current;

  public void serve(T next) {
    lock.writeLock().lock();
    try {
      current = next;
    } finally {
      lock.writeLock().unlock();
    }
  }

  public <R> R read(Function<T, R> work) {
    lock.readLock().lock();
    try {
      if (current == null) {
        throw new IllegalStateException("the views are not open yet");
      }
      return work.apply(current);
    } finally {
      lock.readLock().unlock();
    }
  }
}
