// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.plist;

import daybook.commandside.fake.Mutations;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, the readers answer with a value or with their own exception. */
class PlistFuzzTest {
  @Test
  void theXmlReaderThrowsNothingElse() {
    Mutations.of(PlistSeeds.xml()).feed(Plists::read, UnreadablePlist.class);
  }

  @Test
  void theBinaryReaderThrowsNothingElse() {
    Mutations.of(PlistSeeds.binary()).feed(Plists::read, UnreadablePlist.class);
  }
}
