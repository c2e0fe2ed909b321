// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what queued up during the last commit in one transaction, on one thread. A caller waits
 * until its events are durable; one whose events can't be written fails alone. After an error of
 * the store nothing is taken any more until the server starts again: what is on disk is not known.
 */
public final class GroupCommit implements AutoCloseable {
  /**
   * What may wait and for how long.
   *
   * @param appends how many may wait
   * @param bytes how much of them, in bytes
   * @param patience how long a caller waits before it is told that the store is unavailable
   */
  public record Limits(int appends, int bytes, Duration patience) {
    public static final Limits DEFAULT = new Limits(1_024, 64 << 20, Duration.ofSeconds(10));
  }

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int GROUP = 512;

  /**
   * Where several came in one group, more are on their way: they are waited for, the longer the
   * more there were.
   */
  private static final long GATHERING = TimeUnit.MICROSECONDS.toNanos(150);

  private static final long LONGEST_GATHERING = TimeUnit.MILLISECONDS.toNanos(2);
  private static final Append STOP = Append.of(List.of());

  private final GroupWriter writer;
  private final Limits limits;
  private final IntConsumer groupSize;
  private final Room room;
  private final BlockingQueue<Append> queue;
  private final List<Runnable> wakes = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::run, "log-writer");
  private volatile StoreUnavailable refusing;

  GroupCommit(GroupWriter writer, Limits limits, IntConsumer groupSize) {
    this.writer = writer;
    this.limits = limits;
    this.groupSize = groupSize;
    this.room = new Room(limits.bytes());
    this.queue = new ArrayBlockingQueue<>(limits.appends());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /**
   * Returns when the events are durable.
   *
   * @throws Conflict when one of them can't follow what is in the log
   * @throws StoreUnavailable when the queue is full, the time is up, or the store has failed
   */
  public void append(List<StoredEvent> events) throws Conflict {
    Append append = Append.of(events);
    long deadline = System.nanoTime() + limits.patience().toNanos();
    try {
      refuseIfStopped();
      if (!room.take(append.bytes(), deadline - System.nanoTime())) {
        throw new StoreUnavailable("too many bytes wait for the log");
      }
      try {
        enqueue(append, deadline);
      } catch (StoreUnavailable | InterruptedException e) {
        room.give(append.bytes());
        throw e;
      }
      append.durable().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new StoreUnavailable("the log did not answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("interrupted while waiting for the log", e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  /** Calls {@code wake} after each durable group, on the writer's thread. */
  AutoCloseable onAppend(Runnable wake) {
    wakes.add(wake);
    return () -> wakes.remove(wake);
  }

  /** Why nothing is taken any more, or null while all is well. */
  public String refusing() {
    return refusing == null ? null : refusing.getMessage();
  }

  /** How many appends wait for the writer now. */
  int waiting() {
    return queue.size();
  }

  private void enqueue(Append append, long deadline) throws InterruptedException {
    if (!queue.offer(append, deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      throw new StoreUnavailable("too many requests wait for the log");
    }
    if (refusing != null && queue.remove(append)) {
      refuseIfStopped();
    }
  }

  private void refuseIfStopped() {
    StoreUnavailable reason = refusing;
    if (reason != null) {
      throw new StoreUnavailable(reason.getMessage(), reason);
    }
  }

  private static StoreUnavailable failure(Throwable cause) throws Conflict {
    if (cause instanceof Conflict conflict) {
      throw conflict;
    }
    if (cause instanceof IllegalStateException defect) {
      throw defect;
    }
    return new StoreUnavailable(cause.getMessage(), cause);
  }

  private void run() {
    List<Append> group = new ArrayList<>();
    try {
      while (refusing == null) {
        int siblings = group.size();
        group.clear();
        group.add(queue.take());
        if (siblings > 1) {
          LockSupport.parkNanos(Math.min(siblings * GATHERING, LONGEST_GATHERING));
        }
        queue.drainTo(group, GROUP - 1);
        boolean stop = group.removeIf(append -> append.events().isEmpty());
        commit(group);
        if (stop) {
          break;
        }
      }
    } catch (InterruptedException e) {
      stopTaking(new StoreUnavailable("the log's writer was interrupted", e));
    } finally {
      failWaiting();
    }
  }

  private void commit(List<Append> group) {
    List<Append> rest = new ArrayList<>(group);
    while (!rest.isEmpty()) {
      try {
        writer.write(rest.stream().map(Append::events).toList());
        rest.forEach(append -> append.durable().complete(null));
        rest.forEach(append -> room.give(append.bytes()));
        wake(rest.size());
        return;
      } catch (Guilty e) {
        Append guilty = rest.remove(e.append());
        guilty.fail(e.getCause());
        room.give(guilty.bytes());
      } catch (SQLException | RuntimeException e) {
        StoreUnavailable reason =
            new StoreUnavailable("the log can't be written: " + e.getMessage(), e);
        stopTakingUnlessItPasses(reason);
        rest.forEach(append -> append.fail(reason));
        rest.forEach(append -> room.give(append.bytes()));
        return;
      }
    }
  }

  private void wake(int appends) {
    groupSize.accept(appends);
    wakeListeners();
  }

  /** Tells all who follow the log that there is something new. */
  void wakeListeners() {
    for (Runnable wake : wakes) {
      try {
        wake.run();
      } catch (RuntimeException e) {
        LOG.error("A listener of the log failed.", e);
      }
    }
  }

  private void stopTakingUnlessItPasses(StoreUnavailable reason) {
    if (reason.getCause() instanceof SQLException e && SqlFailure.isPassing(e)) {
      LOG.warn("The log can't be had now; what was to be written is refused.", e);
    } else {
      LOG.error(
          "The log can't be written; nothing is taken until the server starts again.", reason);
      stopTaking(reason);
    }
  }

  private synchronized void stopTaking(StoreUnavailable reason) {
    if (refusing == null) {
      refusing = reason;
    }
  }

  private void failWaiting() {
    stopTaking(new StoreUnavailable("the log's writer has ended"));
    List<Append> waiting = new ArrayList<>();
    queue.drainTo(waiting);
    waiting.removeIf(append -> append.events().isEmpty());
    for (Append append : waiting) {
      append.fail(refusing);
      room.give(append.bytes());
    }
  }

  /** Ends after the group that is being written; all who still wait are told. */
  @Override
  public void close() {
    stopTaking(new StoreUnavailable("the server is stopping"));
    queue.offer(STOP);
    try {
      thread.join(limits.patience().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    failWaiting();
  }
}
