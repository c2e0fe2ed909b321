// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Guided fuzzing, in a JVM of its own: {@code JAZZER_FUZZ=1 mvn -pl command-side -am test
 * -Dtest=SignatureFuzz -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class SignatureFuzz {
  static Stream<byte[]> seeds() {
    return IdentitySeeds.signatures().stream();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "20s")
  void theReaderThrowsNothingElse(byte[] bytes) {
    try {
      IdentitySeeds.readSignature(bytes);
    } catch (UnreadableIdentity e) {
      // its own
    }
  }
}
