// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.door;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The body of a request, read up to a limit. Of a longer one the first bytes are kept and the rest
 * can be read on, piece by piece, without keeping it.
 */
public final class BoundedBody {
  private static final int FIRST_READ = 8 * 1024;

  private final InputStream rest;
  private final byte[] bytes;
  private final boolean whole;
  private long length;

  private BoundedBody(InputStream rest, byte[] bytes, boolean whole) {
    this.rest = rest;
    this.bytes = bytes;
    this.whole = whole;
    this.length = bytes.length;
  }

  /** Takes what is read on. */
  @FunctionalInterface
  public interface Sink {
    void update(byte[] buffer, int offset, int count);
  }

  /** Reads at most {@code limit} bytes, and looks whether there are more. */
  public static BoundedBody read(HttpServletRequest request, long limit) throws IOException {
    return read(request.getInputStream(), request.getContentLengthLong(), limit);
  }

  /**
   * Reads at most {@code limit} bytes, and looks whether there are more.
   *
   * @param announced the length that the caller announced, or -1; nothing is allocated on its word
   *     beyond the limit
   */
  public static BoundedBody read(InputStream in, long announced, long limit) throws IOException {
    int cap = Math.toIntExact(limit);
    int size = announced >= 0 ? (int) Math.min(announced, cap) : Math.min(FIRST_READ, cap);
    byte[] buffer = new byte[Math.min(size, 1 << 20)];
    int filled = 0;
    while (true) {
      int count = in.readNBytes(buffer, filled, buffer.length - filled);
      filled += count;
      if (filled < buffer.length) {
        return new BoundedBody(in, Arrays.copyOf(buffer, filled), true);
      }
      int next = in.read();
      if (next < 0) {
        return new BoundedBody(in, buffer, true);
      }
      if (filled == cap) {
        return new BoundedBody(new PushedBack(next, in), buffer, false);
      }
      buffer = Arrays.copyOf(buffer, Math.min(cap, Math.max(FIRST_READ, filled * 2)));
      buffer[filled++] = (byte) next;
    }
  }

  /** Whether the body ended within the limit. */
  public boolean whole() {
    return whole;
  }

  /** What was read within the limit: all of a whole body, the beginning of a longer one. */
  public byte[] bytes() {
    return bytes;
  }

  /** How much has been read so far, in bytes. */
  public long length() {
    return length;
  }

  /**
   * Hands over the whole body, first what was kept and then the rest as it is read.
   *
   * @return false when it is longer than {@code limit}; the sink has then seen a part only
   */
  public boolean readOn(long limit, Sink sink) throws IOException {
    sink.update(bytes, 0, bytes.length);
    if (whole) {
      return true;
    }
    byte[] buffer = new byte[64 * 1024];
    for (int count = rest.read(buffer); count >= 0; count = rest.read(buffer)) {
      length += count;
      if (length > limit) {
        return false;
      }
      sink.update(buffer, 0, count);
    }
    return true;
  }

  /** A stream with the one byte in front that was read too far. */
  private static final class PushedBack extends InputStream {
    private int first;
    private final InputStream rest;

    PushedBack(int first, InputStream rest) {
      this.first = first;
      this.rest = rest;
    }

    @Override
    public int read() throws IOException {
      if (first < 0) {
        return rest.read();
      }
      int value = first;
      first = -1;
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      if (first < 0 || count == 0) {
        return rest.read(target, offset, count);
      }
      target[offset] = (byte) read();
      return 1;
    }
  }
}
