// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.group;

import daybook.commandside.number.Numbers;
import daybook.commandside.number.NumbersUnavailable;
import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.access.Unavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** How the desks of business units and tags ask and tell. */
@Component
class Groups {
  private final Intents intents;
  private final Numbers numbers;
  private final Clock clock;

  Groups(Intents intents, Numbers numbers, Clock clock) {
    this.intents = intents;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * The answer to a question.
   *
   * @throws Unavailable when there is none now
   */
  <R> R ask(Function<Instant, ? extends Intent<R>> question, Origin asking) {
    Outcome<R> outcome = tell(question, asking);
    outcome
        .refusal()
        .ifPresent(
            refused -> {
              throw new Unavailable(refused.toString());
            });
    return outcome.reply();
  }

  <R> Outcome<R> tell(Function<Instant, ? extends Intent<R>> intent, Origin origin) {
    return intents.send(intent.apply(clock.instant()), origin);
  }

  /**
   * A number that was never given before.
   *
   * @throws Unavailable when none can be had now
   */
  long number(String kind) {
    try {
      return numbers.next(kind);
    } catch (NumbersUnavailable e) {
      throw new Unavailable(e.getMessage());
    }
  }
}
