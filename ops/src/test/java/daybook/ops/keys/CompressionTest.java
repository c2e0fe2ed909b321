// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import org.junit.jupiter.api.Test;

/** The codec byte, and the bound on what it may lead to. */
class CompressionTest {
  @Test
  void upTo512BytesAreKeptAsTheyAre() {
    byte[] coded = Compression.encode(new byte[512]);
    assertThat(coded).hasSize(513).startsWith(0);
    assertThat(Compression.encode(new byte[513])).startsWith(1).hasSizeLessThan(100);
  }

  @Test
  void fewBytesThatWouldBecomeTooManyAreRefusedBeforeTheyDo() {
    byte[] bomb = Zstd.compress(new byte[Compression.LARGEST + 1]);
    byte[] coded = new byte[bomb.length + 1];
    coded[0] = 1;
    System.arraycopy(bomb, 0, coded, 1, bomb.length);
    assertThat(bomb).hasSizeLessThan(10_000);
    assertThatThrownBy(() -> Compression.decode(coded))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("would have");
  }

  @Test
  void tooLargeAValueIsNotSealed() {
    assertThatThrownBy(() -> Compression.encode(new byte[Compression.LARGEST + 1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unknownCodecsAndBrokenBytesAreDefects() {
    assertThatThrownBy(() -> Compression.decode(new byte[] {9, 1}))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Compression.decode(new byte[] {1, 1, 2, 3}))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Compression.decode(new byte[0]))
        .isInstanceOf(IllegalStateException.class);
  }
}
