// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.KeyChest;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.Subject;
import daybook.domain.number.NumberIntent.ReserveNumbers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A node gives out the numbers of its blocks. */
class NumbersTest {
  private final Reservations log = new Reservations();
  private final Numbers numbers = new Numbers(log, new NodeA(), Clock.systemUTC());

  @Test
  void numbersFollowEachOtherAndABlockIsReservedAtATime() {
    List<Long> given = new ArrayList<>();
    for (int i = 0; i < 51; i++) {
      given.add(numbers.next(Numbers.DEVICES));
    }
    assertThat(given).startsWith(1L, 2L).endsWith(50L, 51L);
    assertThat(log.reserved).isEqualTo(2);
  }

  @Test
  void eachKindHasItsOwn() {
    assertThat(numbers.next(Numbers.DEVICES)).isEqualTo(1);
    assertThat(numbers.next(Numbers.PUSH_CERTIFICATES)).isEqualTo(1);
  }

  @Test
  void noNumberIsGivenTwiceToManyThreads() throws InterruptedException {
    Set<Long> given = ConcurrentHashMap.newKeySet();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 500; i++) {
                  given.add(numbers.next(Numbers.DEVICES));
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(given).hasSize(4_000);
  }

  @Test
  void whenTheLogTakesNothingThereIsNoNumber() {
    log.refusal = Refusal.STORE_UNAVAILABLE;
    assertThatThrownBy(() -> numbers.next(Numbers.DEVICES))
        .isInstanceOfSatisfying(
            NumbersUnavailable.class,
            e -> assertThat(e.reason()).isEqualTo(Refusal.STORE_UNAVAILABLE));
    log.refusal = null;
    assertThat(numbers.next(Numbers.DEVICES)).isEqualTo(1);
  }

  /** Answers as the aggregate does. */
  private static final class Reservations implements Intents {
    private final Map<String, Long> next = new HashMap<>();
    private int reserved;
    private Refusal refusal;

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <R> Outcome<R> send(Intent<R> intent, Origin origin) {
      if (refusal != null) {
        return Outcome.refused(refusal, "the disk is full");
      }
      ReserveNumbers reserve = (ReserveNumbers) intent;
      long first = next.getOrDefault(reserve.kind(), 1L);
      next.put(reserve.kind(), first + reserve.count());
      reserved++;
      return (Outcome<R>) Outcome.accepted(first);
    }
  }

  private static final class NodeA implements KeyChest {
    @Override
    public String node() {
      return "a";
    }

    @Override
    public void keep(String keyId, byte[] privateKey) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> fetch(String keyId) {
      return Optional.empty();
    }

    @Override
    public void forget(String keyId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> keyIds(Subject subject) {
      return List.of();
    }

    @Override
    public void drop(Subject subject, int generation, List<String> keyIds) {
      throw new UnsupportedOperationException();
    }
  }
}
