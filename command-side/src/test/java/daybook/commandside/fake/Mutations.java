// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.fake;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Breaks bytes at random from a seed, over and over, and hands them to a reader. How long is said
 * by the system property {@code daybook.fuzz.seconds}, 5 by default; the seed of a failure is
 * printed, and {@code daybook.fuzz.seed} repeats it.
 */
public final class Mutations {
  private static final int LARGEST = 64 * 1024;
  private static final long GROWTH = 64L << 20;

  private final List<byte[]> seeds;

  private Mutations(List<byte[]> seeds) {
    this.seeds = seeds;
  }

  /** A reader that may throw its own exception alone. */
  public interface Reader {
    void read(byte[] bytes);
  }

  public static Mutations of(List<byte[]> seeds) {
    return new Mutations(seeds);
  }

  /**
   * Fails when the reader throws anything but {@code own}, needs a second for one input, or keeps
   * more than 64 MiB.
   */
  public void feed(Reader reader, Class<? extends Throwable> own) {
    long first = Long.getLong("daybook.fuzz.seed", System.nanoTime());
    long end = System.nanoTime() + Duration.ofSeconds(seconds()).toNanos();
    long before = used();
    long round = 0;
    do {
      try1(reader, own, first + round);
      round++;
    } while (System.nanoTime() < end);
    seeds.forEach(seed -> read(reader, own, seed));
    long kept = used() - before;
    if (kept > GROWTH) {
      throw new AssertionError("the reader keeps " + kept + " bytes after " + round + " rounds");
    }
  }

  private void try1(Reader reader, Class<? extends Throwable> own, long seed) {
    byte[] broken = broken(new Random(seed));
    long began = System.nanoTime();
    try {
      read(reader, own, broken);
    } catch (Throwable e) {
      throw new AssertionError("seed " + seed + ": " + HexFormat.of().formatHex(broken), e);
    }
    if (System.nanoTime() - began > Duration.ofSeconds(5).toNanos()) {
      throw new AssertionError("seed " + seed + " takes too long");
    }
  }

  private static void read(Reader reader, Class<? extends Throwable> own, byte[] bytes) {
    try {
      reader.read(bytes);
    } catch (Throwable e) {
      if (!own.isInstance(e)) {
        throw e;
      }
    }
  }

  private byte[] broken(Random random) {
    byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
    for (int i = random.nextInt(8); i >= 0; i--) {
      bytes = mutate(bytes, random);
    }
    return bytes;
  }

  private byte[] mutate(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(bytes.length);
    int to = at + random.nextInt(bytes.length - at + 1);
    switch (random.nextInt(7)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt();
      case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
      case 3 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 4 -> {
        return joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
      }
      case 5 -> {
        byte[] slice = Arrays.copyOfRange(bytes, at, to);
        return joined(Arrays.copyOf(bytes, to), slice, Arrays.copyOfRange(bytes, to, bytes.length));
      }
      default -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(other.length);
        return joined(
            Arrays.copyOf(bytes, at),
            Arrays.copyOfRange(other, from, other.length),
            Arrays.copyOfRange(bytes, to, bytes.length));
      }
    }
    return bytes;
  }

  private static byte[] joined(byte[]... parts) {
    int length = Math.min(LARGEST, Arrays.stream(parts).mapToInt(part -> part.length).sum());
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      int count = Math.min(part.length, length - at);
      System.arraycopy(part, 0, all, at, count);
      at += count;
    }
    return all;
  }

  private static int seconds() {
    return Integer.getInteger("daybook.fuzz.seconds", 5);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
