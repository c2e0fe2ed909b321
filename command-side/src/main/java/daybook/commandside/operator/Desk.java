// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.commandside.door.Origins;
import daybook.commandside.number.Numbers;
import daybook.commandside.number.NumbersUnavailable;
import daybook.domain.Catchup;
import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.Log;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.access.AccountState;
import daybook.domain.access.CurrentAccount;
import daybook.domain.access.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What all resources have in common: operators ask, tell, and see what they have written. */
@Component
public class Desk {
  /** These resources have no view but the audit trail. */
  private static final String TRAIL = "audit";

  private static final Duration CATCH_UP = Duration.ofSeconds(2);

  private final Intents intents;
  private final Origins origins;
  private final Numbers numbers;
  private final Log log;
  private final Catchup catchup;
  private final Clock clock;

  Desk(Intents intents, Origins origins, Numbers numbers, Log log, Catchup catchup, Clock clock) {
    this.intents = intents;
    this.origins = origins;
    this.numbers = numbers;
    this.log = log;
    this.catchup = catchup;
    this.clock = clock;
  }

  /**
   * The answer to a question, which leaves no event.
   *
   * @throws Unavailable when there is none now
   */
  public <R> R ask(Function<Instant, ? extends Intent<R>> question, HttpServletRequest request) {
    Outcome<R> outcome = intents.send(question.apply(clock.instant()), asking(request));
    outcome
        .refusal()
        .ifPresent(
            refused -> {
              throw new Unavailable(refused.toString());
            });
    return outcome.reply();
  }

  /** Sends what changes something. */
  public <R> Outcome<R> tell(
      Function<Instant, ? extends Intent<R>> intent, HttpServletRequest request) {
    return intents.send(intent.apply(clock.instant()), origin(request));
  }

  /** Who asks. */
  public AccountState account(HttpServletRequest request) {
    return CurrentAccount.in(request.getAttribute(CurrentAccount.ATTRIBUTE));
  }

  /** Where a request that only asks came from; nothing is sealed. */
  public Origin asking(HttpServletRequest request) {
    Object account = request.getAttribute(CurrentAccount.ATTRIBUTE);
    return origins.asking(request, CurrentAccount.actor(account));
  }

  /** Where a request that changes something came from. */
  public Origin origin(HttpServletRequest request) {
    return origins.ofOperator(request, account(request));
  }

  /**
   * A number of a kind that was never given before.
   *
   * @throws Unavailable when none can be had now
   */
  public long number(String kind) {
    try {
      return numbers.next(kind);
    } catch (NumbersUnavailable e) {
      throw new Unavailable(e.getMessage());
    }
  }

  /** The answer to what was told; accepted, it has reached the audit trail by then. */
  public ResponseEntity<Object> answer(
      Outcome<?> told, Resource resource, HttpStatus status, Supplier<?> body) {
    if (told.refusal().isPresent()) {
      return OperatorProblem.of(told.refusal().get(), resource);
    }
    catchup.await(TRAIL, log.head(), CATCH_UP);
    return ResponseEntity.status(status).body(body.get());
  }

  /** Likewise, of something that is gone. */
  public ResponseEntity<Object> gone(Outcome<?> told, Resource resource) {
    return answer(told, resource, HttpStatus.NO_CONTENT, () -> null);
  }
}
