// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
  @Test
  void aBodyWithinTheLimitIsWhole() throws IOException {
    for (int length : new int[] {0, 1, 8191, 8192, 8193, 100_000, 1 << 20}) {
      byte[] sent = bytes(length);
      for (long announced : new long[] {-1, length}) {
        BoundedBody body = BoundedBody.read(new ByteArrayInputStream(sent), announced, 1 << 20);
        assertThat(body.whole()).isTrue();
        assertThat(body.bytes()).isEqualTo(sent);
      }
    }
  }

  @Test
  void oneByteTooMuchIsTooMuch() throws IOException {
    BoundedBody body = BoundedBody.read(new ByteArrayInputStream(bytes(1001)), 1001, 1000);
    assertThat(body.whole()).isFalse();
    assertThat(body.bytes()).hasSize(1000);
  }

  @Test
  void aLongBodyIsHandedOverWholeAndKeptInPart() throws IOException {
    byte[] sent = bytes(300_000);
    BoundedBody body = BoundedBody.read(new ByteArrayInputStream(sent), -1, 1000);
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    assertThat(body.readOn(300_000, seen::write)).isTrue();
    assertThat(seen.toByteArray()).isEqualTo(sent);
    assertThat(body.length()).isEqualTo(300_000);
    assertThat(body.bytes()).hasSize(1000);
  }

  @Test
  void readingOnEndsAtItsOwnLimit() throws IOException {
    BoundedBody body = BoundedBody.read(new ByteArrayInputStream(bytes(300_000)), -1, 1000);
    assertThat(body.readOn(299_999, (buffer, offset, count) -> {})).isFalse();
  }

  @Test
  void anAnnouncedLengthAllocatesNothingByItself() throws IOException {
    BoundedBody body = BoundedBody.read(new ByteArrayInputStream(bytes(5)), 1L << 40, 16 << 20);
    assertThat(body.bytes()).hasSize(5);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
