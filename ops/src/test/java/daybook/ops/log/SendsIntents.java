// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import static daybook.ops.log.Homes.NOW;
import static daybook.ops.log.Homes.ORIGIN;
import static daybook.ops.log.Homes.STREAM;

import java.nio.file.Path;

/** A process that sends intents one after the other; watched from outside. */
final class SendsIntents {
  private SendsIntents() {}

  public static void main(String[] args) {
    try (OpenLog open = Homes.in(Path.of(args[0])).open()) {
      for (int i = 0; i < Integer.parseInt(args[1]); i++) {
        open.intents().send(new Tally.Count(STREAM, NOW, 1, null), ORIGIN).reply();
      }
    }
  }
}
