// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;

/**
 * Ids in the order of time: lower-case UUIDs of version 7. Axon finds this class by its service
 * file.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562, 5.7</a>
 */
public final class UuidV7 extends IdentifierFactory {
  private static volatile Clock clock = Clock.tickMillis(ZoneOffset.UTC);

  /** Takes the time of ids from a clock from now on. */
  static void bind(Clock server) {
    clock = server;
  }

  @Override
  public String generateIdentifier() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (clock.millis() << 16) | 0x7000L | random.nextInt(0x1000);
    long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }
}
