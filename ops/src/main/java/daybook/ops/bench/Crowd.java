// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many threads that do the same at the same time. */
final class Crowd implements AutoCloseable {
  /** What one of them does. */
  interface Work<T> {
    void with(T own) throws Exception;
  }

  private final ExecutorService threads;

  Crowd(int size) {
    threads = Executors.newFixedThreadPool(size);
  }

  /** Lets each have one of the list; returns the seconds until the last was done. */
  <T> double each(List<T> list, Work<T> work) throws Exception {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (T own : list) {
      tasks.add(
          () -> {
            work.with(own);
            return null;
          });
    }
    long start = System.nanoTime();
    for (Future<Void> done : threads.invokeAll(tasks)) {
      done.get();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
