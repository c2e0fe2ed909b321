// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.plist;

import daybook.commandside.plist.PlistValue.Data;
import daybook.commandside.plist.PlistValue.Flag;
import daybook.commandside.plist.PlistValue.Items;
import daybook.commandside.plist.PlistValue.Moment;
import daybook.commandside.plist.PlistValue.Real;
import daybook.commandside.plist.PlistValue.Text;
import daybook.commandside.plist.PlistValue.Whole;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a binary property list. Every occurrence of a shared object counts against the limits, so
 * neither cycles nor small lists that unfold into huge ones get far.
 *
 * @see <a
 *     href="https://opensource.apple.com/source/CF/CF-1153.18/CFBinaryPList.c.auto.html">CFBinaryPList.c</a>
 */
final class BinaryPlistReader {
  private static final int TRAILER = 32;
  private static final int HEADER = 8;
  private static final Instant EPOCH = Instant.parse("2001-01-01T00:00:00Z");

  private final byte[] bytes;
  private final PlistBudget budget;
  private int offsetSize;
  private int referenceSize;
  private PlistValue[] leaves;
  private int table;

  BinaryPlistReader(byte[] bytes, PlistLimits limits) {
    this.bytes = bytes;
    this.budget = new PlistBudget(limits);
  }

  PlistValue read() {
    int trailer = bytes.length - TRAILER;
    if (trailer < HEADER) {
      throw malformed();
    }
    offsetSize = bytes[trailer + 6] & 0xFF;
    referenceSize = bytes[trailer + 7] & 0xFF;
    long count = number(trailer + 8, 8);
    long top = number(trailer + 16, 8);
    long start = number(trailer + 24, 8);
    if (offsetSize < 1
        || offsetSize > 8
        || referenceSize < 1
        || referenceSize > 8
        || start < HEADER
        || start > trailer
        || count < 1
        || count > (trailer - start) / offsetSize
        || top < 0
        || top >= count) {
      throw malformed();
    }
    budget.mayHave(count);
    leaves = new PlistValue[(int) count];
    table = (int) start;
    return object((int) top, 1);
  }

  /** An object at one of its places. Simple ones are made once, however often they are shared. */
  private PlistValue object(int index, int depth) {
    budget.element();
    PlistValue known = leaves[index];
    if (known == null) {
      known = parse(index, depth);
      if (!(known instanceof PlistDict || known instanceof Items)) {
        leaves[index] = known;
      }
    }
    budget.size(known);
    return known;
  }

  private PlistValue parse(int index, int depth) {
    long offset = number(table + index * offsetSize, offsetSize);
    if (offset < HEADER || offset >= table) {
      throw malformed();
    }
    int at = (int) offset;
    int marker = bytes[at] & 0xFF;
    int low = marker & 0x0F;
    return switch (marker >> 4) {
      case 0x0 -> simple(low);
      case 0x1 -> whole(at + 1, 1 << low);
      case 0x2 -> real(at + 1, 1 << low);
      case 0x3 -> moment(at + 1);
      case 0x4 -> new Data(slice(content(at, low), length(at, low), 1));
      case 0x5 -> text(at, low, 1, StandardCharsets.US_ASCII);
      case 0x6 -> text(at, low, 2, StandardCharsets.UTF_16BE);
      case 0x7 -> text(at, low, 1, StandardCharsets.UTF_8);
      case 0x8 -> new Whole(number(at + 1, Math.min(low + 1, 8)));
      case 0xA, 0xB, 0xC -> items(content(at, low), length(at, low), depth);
      case 0xD -> dict(content(at, low), length(at, low), depth);
      default -> throw malformed();
    };
  }

  private static PlistValue simple(int low) {
    return switch (low) {
      case 0x8 -> new Flag(false);
      case 0x9 -> new Flag(true);
      default -> throw malformed();
    };
  }

  /** Apple writes integers of up to 8 bytes, and unsigned ones of 8 bytes in 16. */
  private PlistValue whole(int at, int size) {
    if (size > 16) {
      throw malformed();
    }
    return size < 16 ? new Whole(number(at, size)) : new Whole(number(at + 8, 8));
  }

  private PlistValue real(int at, int size) {
    return switch (size) {
      case 4 -> new Real(Float.intBitsToFloat((int) number(at, 4)));
      case 8 -> new Real(Double.longBitsToDouble(number(at, 8)));
      default -> throw malformed();
    };
  }

  private PlistValue moment(int at) {
    double seconds = Double.longBitsToDouble(number(at, 8));
    try {
      return new Moment(EPOCH.plus(Duration.ofMillis((long) (seconds * 1000))));
    } catch (DateTimeException | ArithmeticException e) {
      return new Real(seconds);
    }
  }

  private PlistValue text(int at, int low, int unit, Charset charset) {
    return new Text(new String(slice(content(at, low), length(at, low), unit), charset));
  }

  private Items items(int at, int count, int depth) {
    budget.level(depth);
    requireReferences(at, count);
    List<PlistValue> values = new ArrayList<>(Math.min(count, 1000));
    for (int i = 0; i < count; i++) {
      values.add(object(reference(at, i), depth + 1));
    }
    return new Items(values);
  }

  private PlistDict dict(int at, int count, int depth) {
    budget.level(depth);
    requireReferences(at, 2L * count);
    Map<String, PlistValue> values = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      if (!(object(reference(at, i), depth + 1) instanceof Text key)) {
        throw malformed();
      }
      values.put(key.value(), object(reference(at, count + i), depth + 1));
    }
    return new PlistDict(values);
  }

  private void requireReferences(int at, long count) {
    if (count * referenceSize > table - (long) at) {
      throw malformed();
    }
  }

  private int reference(int at, int position) {
    long index = number(at + position * referenceSize, referenceSize);
    if (index < 0 || index >= leaves.length) {
      throw malformed();
    }
    return (int) index;
  }

  /** Where the content of an object begins: behind its marker and a long count. */
  private int content(int at, int low) {
    return low < 0x0F ? at + 1 : at + 2 + countSize(at);
  }

  private int length(int at, int low) {
    if (low < 0x0F) {
      return low;
    }
    long count = number(at + 2, countSize(at));
    if (count < 0 || count > bytes.length) {
      throw malformed();
    }
    return (int) count;
  }

  private int countSize(int at) {
    if (at + 1 >= table || (bytes[at + 1] & 0xF0) != 0x10 || (bytes[at + 1] & 0x0F) > 3) {
      throw malformed();
    }
    return 1 << (bytes[at + 1] & 0x0F);
  }

  private byte[] slice(int at, int count, int unit) {
    long end = at + (long) count * unit;
    if (end > table) {
      throw malformed();
    }
    return Arrays.copyOfRange(bytes, at, (int) end);
  }

  private long number(int at, int size) {
    if (at < 0 || at > bytes.length - size) {
      throw malformed();
    }
    long value = 0;
    for (int i = 0; i < size; i++) {
      value = value << 8 | (bytes[at + i] & 0xFF);
    }
    return value;
  }

  private static UnreadablePlist malformed() {
    return UnreadablePlist.malformed("the binary property list is broken");
  }
}
