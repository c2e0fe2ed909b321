// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

/**
 * Looks how deep BER is nested, without recursion and before any parser that recurses sees it.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-X.690">X.690, sections 8.1.2 and 8.1.3</a>
 */
final class BerNesting {
  private static final long INDEFINITE = -1;

  private final byte[] ber;
  private int at;

  private BerNesting(byte[] ber) {
    this.ber = ber;
  }

  /** Whether no element lies deeper than {@code levels}, and all lie within their parents. */
  static boolean within(byte[] ber, int levels) {
    return new BerNesting(ber).walk(levels);
  }

  private boolean walk(int levels) {
    long[] ends = new long[levels + 1];
    int depth = 0;
    ends[0] = ber.length;
    while (at < ber.length) {
      while (depth > 0 && at == ends[depth]) {
        depth--;
      }
      if (depth == 0 && at >= ends[0]) {
        break;
      }
      if (endOfContents()) {
        if (depth == 0 || ends[depth] != INDEFINITE) {
          return false;
        }
        depth--;
        at += 2;
        continue;
      }
      boolean constructed = (ber[at] & 0x20) != 0;
      if (!tag()) {
        return false;
      }
      long length = length();
      if (length < INDEFINITE || (length == INDEFINITE && !constructed)) {
        return false;
      }
      long parentEnd = nearestEnd(ends, depth);
      if (length != INDEFINITE && at + length > parentEnd) {
        return false;
      }
      if (constructed) {
        if (++depth > levels) {
          return false;
        }
        ends[depth] = length == INDEFINITE ? INDEFINITE : at + length;
      } else {
        at += (int) length;
      }
    }
    return true;
  }

  private static long nearestEnd(long[] ends, int depth) {
    int i = depth;
    while (ends[i] == INDEFINITE) {
      i--;
    }
    return ends[i];
  }

  private boolean endOfContents() {
    return at + 1 < ber.length && ber[at] == 0 && ber[at + 1] == 0;
  }

  /** Moves behind the tag; false when it doesn't end. */
  private boolean tag() {
    if ((ber[at++] & 0x1F) == 0x1F) {
      do {
        if (at >= ber.length) {
          return false;
        }
      } while ((ber[at++] & 0x80) != 0);
    }
    return at < ber.length;
  }

  /** The length that stands here, {@link #INDEFINITE}, or less when it is none. */
  private long length() {
    int first = ber[at++] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int bytes = first & 0x7F;
    if (bytes == 0) {
      return INDEFINITE;
    }
    if (bytes > 4 || at + bytes > ber.length) {
      return -2;
    }
    long length = 0;
    for (int i = 0; i < bytes; i++) {
      length = length << 8 | (ber[at++] & 0xFF);
    }
    return length;
  }
}
