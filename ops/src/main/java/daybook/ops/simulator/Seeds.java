// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import java.util.Random;
import java.util.SplittableRandom;

/** Randomness that is the same for the same seed, and unlike for neighbouring ones. */
final class Seeds {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Seeds() {}

  /** The numbers of one purpose, told apart by its salt. */
  static Random random(long seed, long salt) {
    return new Random(new SplittableRandom(seed * GOLDEN + salt).nextLong());
  }
}
