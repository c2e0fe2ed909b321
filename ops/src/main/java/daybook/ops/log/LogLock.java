// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a log to one process, for it has one writer. */
public final class LogLock implements AutoCloseable {
  private final FileChannel channel;

  private LogLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws HomeInUse when another Daybook has the home open
   */
  public static LogLock take(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(
            home.resolve("log.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new LogLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new HomeInUse(home, e);
    }
    channel.close();
    throw new HomeInUse(home, null);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
