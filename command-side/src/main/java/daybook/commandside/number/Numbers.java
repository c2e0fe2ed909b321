// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.number;

import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.KeyChest;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.number.NumberIntent.ReserveNumbers;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The numbers by which the API knows things: this node's blocks of each kind. What is left of a
 * block when the node stops is never used.
 */
@Component
public class Numbers {
  public static final String DEVICES = "devices";
  public static final String PUSH_CERTIFICATES = "push-certificates";
  public static final String ENROLLMENT_CONFIGURATIONS = "enrollment-configurations";

  public static final String BUSINESS_UNITS = "business-units";
  public static final String TAGS = "tags";

  /** So many numbers are reserved at once. */
  static final int BLOCK = 50;

  private final Intents intents;
  private final KeyChest keys;
  private final Clock clock;
  private final Map<String, Block> blocks = new ConcurrentHashMap<>();

  Numbers(Intents intents, KeyChest keys, Clock clock) {
    this.intents = intents;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * A number of a kind that was never given before. Safe for use by many threads.
   *
   * @throws NumbersUnavailable when a new block can't be reserved now
   */
  public long next(String kind) {
    return blocks.computeIfAbsent(kind, Block::new).next();
  }

  private final class Block {
    private final String kind;
    private long next;
    private long end;

    Block(String kind) {
      this.kind = kind;
    }

    synchronized long next() {
      if (next == end) {
        next = reserve(kind);
        end = next + BLOCK;
      }
      return next++;
    }
  }

  private long reserve(String kind) {
    Outcome<Long> outcome =
        intents.send(
            new ReserveNumbers(kind, clock.instant(), keys.node(), BLOCK),
            Origin.of(Actor.server(), UUID.randomUUID().toString()));
    outcome
        .refusal()
        .ifPresent(
            refused -> {
              throw new NumbersUnavailable(kind, refused.reason());
            });
    return outcome.reply();
  }
}
