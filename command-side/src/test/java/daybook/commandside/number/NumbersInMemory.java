// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.number;

import daybook.domain.Intents;
import daybook.domain.KeyChest;
import java.time.Clock;

/** Makes numbers for the tests of other packages. */
public final class NumbersInMemory {
  private NumbersInMemory() {}

  public static Numbers over(Intents intents, KeyChest keys, Clock clock) {
    return new Numbers(intents, keys, clock);
  }
}
