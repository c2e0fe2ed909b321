// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.plist;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Guided fuzzing, in a JVM of its own: {@code JAZZER_FUZZ=1 mvn -pl command-side -am test
 * -Dtest=BinaryPlistFuzz -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class BinaryPlistFuzz {
  static Stream<byte[]> seeds() {
    return PlistSeeds.binary().stream();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "20s")
  void theReaderThrowsNothingElse(byte[] bytes) {
    try {
      Plists.read(bytes);
    } catch (UnreadablePlist e) {
      // its own
    }
  }
}
