// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import java.util.Arrays;

/**
 * Walks over the tags and lengths of BER without recursion and without keeping anything, so that a
 * hostile message is refused before a parser descends into it.
 */
final class Ber {
  private static final int DEEPEST = 32;
  private static final int MOST_ELEMENTS = 10_000;
  private static final int INDEFINITE = -1;
  private static final int CONSTRUCTED = 0x20;

  private final byte[] bytes;
  private int at;
  private int tag;
  private int length;

  private Ber(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Refuses what is malformed, nested deeper than 32 levels, or of more than 10,000 elements. */
  static void requireModest(byte[] bytes) throws ScepProblem {
    new Ber(bytes).walk();
  }

  /**
   * The first element inside the outermost one, byte for byte as it was sent.
   *
   * @throws ScepProblem also when a length is indefinite: what is signed is sent in DER
   */
  static byte[] firstInside(byte[] bytes) throws ScepProblem {
    Ber ber = new Ber(bytes);
    ber.header(bytes.length);
    int start = ber.at;
    ber.header(bytes.length);
    if (ber.length == INDEFINITE) {
      throw ScepProblem.unreadable("an indefinite length in what is signed");
    }
    return Arrays.copyOfRange(bytes, start, ber.at + ber.length);
  }

  private void walk() throws ScepProblem {
    int[] ends = new int[DEEPEST + 1];
    int depth = 0;
    ends[0] = bytes.length;
    for (int elements = 0; depth > 0 || at < bytes.length; elements++) {
      if (elements > MOST_ELEMENTS) {
        throw ScepProblem.unreadable("more than " + MOST_ELEMENTS + " elements");
      }
      if (ends[depth] != INDEFINITE && at == ends[depth]) {
        depth--;
        continue;
      }
      header(limit(ends, depth));
      if (tag == 0 && length == 0 && ends[depth] == INDEFINITE) {
        depth--;
      } else if ((tag & CONSTRUCTED) != 0) {
        if (++depth > DEEPEST) {
          throw ScepProblem.unreadable("nested deeper than " + DEEPEST + " levels");
        }
        ends[depth] = length == INDEFINITE ? INDEFINITE : at + length;
      } else {
        at += length;
      }
    }
  }

  private static int limit(int[] ends, int depth) {
    int level = depth;
    while (ends[level] == INDEFINITE) {
      level--;
    }
    return ends[level];
  }

  /** Reads a tag and a length, and leaves {@code at} behind them. */
  private void header(int limit) throws ScepProblem {
    tag = next(limit);
    if ((tag & 0x1f) == 0x1f) {
      throw ScepProblem.unreadable("a tag of more than one byte");
    }
    int first = next(limit);
    if (first == 0x80 && (tag & CONSTRUCTED) != 0) {
      length = INDEFINITE;
      return;
    }
    if (first > 0x83 || first == 0x80) {
      throw ScepProblem.unreadable("a length that can't be");
    }
    length = first;
    if (first > 0x80) {
      length = 0;
      for (int i = 0x80; i < first; i++) {
        length = length << 8 | next(limit);
      }
    }
    if (length > limit - at) {
      throw ScepProblem.unreadable("a length beyond the end");
    }
  }

  private int next(int limit) throws ScepProblem {
    if (at >= limit) {
      throw ScepProblem.unreadable("it ends too early");
    }
    return bytes[at++] & 0xff;
  }
}
