// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The lock on a home folder: one process at a time opens its files. */
public final class HomeLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private HomeLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock.
   *
   * @throws IllegalStateException with a sentence when another process has it
   */
  public static HomeLock take(Path home) {
    return tryTake(home)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    home
                        + " is in use by another Daybook: stop it, or choose another DAYBOOK_HOME."));
  }

  /** The lock, or empty when another process (or this one) has it. */
  public static Optional<HomeLock> tryTake(Path home) {
    try {
      FileChannel channel =
          FileChannel.open(
              home.resolve("daybook.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new HomeLock(channel, lock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
