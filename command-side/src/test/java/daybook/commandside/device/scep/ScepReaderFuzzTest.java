// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import daybook.commandside.ca.SigningAuthority;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Altered requests, from a seed that is printed: only the readers' own exception comes out. */
class ScepReaderFuzzTest {
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("daybook.fuzz.seconds", 5));
  private static final long SEED = Long.getLong("daybook.fuzz.seed", System.nanoTime());

  private static final byte[] STRUCTURE = {(byte) 0x80, (byte) 0xff, 0, 0x30, (byte) 0xa0};

  private final Random random = new Random(SEED);

  @Test
  void nothingButItsOwnExceptionEscapesTheReaders() throws Exception {
    ScepServer server = new ScepServer();
    ScepClient client = new ScepClient(server, Sessions.open(server).text());
    List<SigningAuthority> authorities = server.authority.withKeys(server.clock.instant()).reply();
    byte[] message = client.request();
    byte[] csr = client.csr();
    byte[] envelope = client.envelope(csr);
    int read = 0;
    int refused = 0;
    Instant end = Instant.now().plus(TIME);
    while (Instant.now().isBefore(end)) {
      refused += tries(message, bytes -> PkiMessage.read(bytes).requireSignature());
      refused += tries(envelope, bytes -> Envelope.read(bytes, authorities).open());
      refused += tries(csr, CertificateRequest::read);
      refused += tries(message, bytes -> new ScepQuery(query(bytes)).message());
      read += 4;
    }
    assertThat(refused).as("of %d inputs", read).isPositive();
  }

  private int tries(byte[] seed, Reader reader) {
    byte[] bytes = altered(seed);
    try {
      reader.read(bytes);
      return 0;
    } catch (ScepProblem expected) {
      return 1;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return fail("seed " + SEED + ", input " + Base64.getEncoder().encodeToString(bytes), e);
    }
  }

  private interface Reader {
    void read(byte[] bytes) throws Exception;
  }

  private static String query(byte[] bytes) {
    return "operation=PKIOperation&message=" + Base64.getEncoder().encodeToString(bytes);
  }

  /** Bytes changed, cut out, doubled, cut off; mostly near the front, where the structure is. */
  private byte[] altered(byte[] seed) {
    byte[] bytes = seed.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(random.nextBoolean() ? Math.min(bytes.length, 200) : bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = STRUCTURE[random.nextInt(STRUCTURE.length)];
        case 3 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        default -> {
          int count = Math.min(random.nextInt(16), bytes.length - at);
          System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - count + 1), count);
        }
      }
    }
    return bytes;
  }
}
