// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a snapshot of an aggregate each {@value #EVERY} events, once it has {@value #FEWEST}; where
 * in its stream depends on the stream's name, so that a fleet that checks in together doesn't fall
 * due together. One that was loaded from the log gets its snapshot at once if it has none so near.
 * The state is read when its events are durable and its lock is still held, and kept on one thread.
 * When too many wait, a snapshot is left out; the next one comes after as many events again. One
 * that can't be taken harms nobody: it is left out, and told.
 */
final class Snapshots implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

  static final int EVERY = 128;
  static final int FEWEST = 100;
  private static final int WAITING = 256;

  private final SnapshotFile file;
  private final Serializer states;
  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          task -> {
            Thread thread = new Thread(task, "snapshots");
            thread.setDaemon(true);
            return thread;
          },
          new ThreadPoolExecutor.DiscardPolicy());

  Snapshots(SnapshotFile file, Serializer states) {
    this.file = file;
    this.states = states;
  }

  /**
   * Looks at an aggregate again when what is being done to it is durable.
   *
   * @param loaded whether it has just been loaded from the log
   */
  <T> Aggregate<T> watch(Aggregate<T> aggregate, boolean loaded) {
    long before = version(aggregate);
    CurrentUnitOfWork.get().afterCommit(work -> take(aggregate, before, loaded));
    return aggregate;
  }

  private void take(Aggregate<?> aggregate, long before, boolean loaded) {
    String stream = aggregate.identifierAsString();
    long version = version(aggregate);
    boolean due = isDue(stream, before, version);
    if (due || (loaded && version + 1 >= FEWEST)) {
      harmlessly(
          stream,
          () ->
              aggregate.execute(
                  root -> {
                    SerializedObject<byte[]> state = states.serialize(root, byte[].class);
                    executor.execute(
                        () -> harmlessly(stream, () -> keep(stream, version, state, due)));
                  }));
    }
  }

  private static void harmlessly(String stream, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("A snapshot of {} can't be taken", stream, e);
    }
  }

  private void keep(String stream, long version, SerializedObject<byte[]> state, boolean due) {
    if (due || file.sequence(stream) <= version - EVERY) {
      file.keep(stream, version, state);
    }
  }

  /**
   * Whether a snapshot is due.
   *
   * @param before the sequence of the last event before, -1 when there was none
   * @param version the sequence of the last event now
   */
  static boolean isDue(String stream, long before, long version) {
    int offset = Math.floorMod(stream.hashCode(), EVERY);
    return version + 1 >= FEWEST
        && Math.floorDiv(before + offset, EVERY) != Math.floorDiv(version + offset, EVERY);
  }

  private static long version(Aggregate<?> aggregate) {
    Long version = aggregate.version();
    return version == null ? -1 : version;
  }

  /** Lets the snapshot that is being kept end and drops those that wait. */
  @Override
  public void close() {
    executor.getQueue().clear();
    executor.shutdown();
    try {
      executor.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
