// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import daybook.commandside.door.DoorSettings;
import daybook.commandside.door.Origins;
import daybook.commandside.door.TrustedProxies;
import daybook.commandside.fake.MapKeyChest;
import daybook.commandside.fake.PlainVault;
import daybook.commandside.fake.ScriptedIntents;
import daybook.commandside.fake.TestClock;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.Subject;
import daybook.domain.refusal.RefusalIntent.RecordRefusal;
import daybook.domain.refusal.RefusalIntent.RecordRefusals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

class RefusalsTest {
  private final ScriptedIntents intents = new ScriptedIntents();
  private final PlainVault vault = new PlainVault();
  private final TestClock clock = new TestClock();
  private final Refusals refusals =
      new Refusals(
          intents,
          vault,
          new MapKeyChest(),
          new Origins(vault, new TrustedProxies(settings()), clock),
          clock,
          new SimpleMeterRegistry(),
          new RefusalSettings(2_000, 20));

  @AfterEach
  void stop() throws InterruptedException {
    refusals.stop();
  }

  @Test
  void theFirstTwentyOfANeighbourhoodAreRecordedInFullAndTheRestCounted() {
    for (int i = 0; i < 50; i++) {
      refuse("203.0.113." + i, Refusal.SIGNATURE_MISMATCH);
      clock.advance(Duration.ofSeconds(1));
    }
    await().until(() -> inFull() == 20);
    refusals.flush();
    assertThat(intents.sent(RecordRefusals.class))
        .singleElement()
        .satisfies(
            counted -> {
              assertThat(counted.count()).isEqualTo(30);
              assertThat(counted.reason()).isEqualTo("SIGNATURE_MISMATCH");
              assertThat(counted.door()).isEqualTo("checkin");
              assertThat(Duration.between(counted.first(), counted.last())).hasSeconds(29);
            });
    refusals.flush();
    assertThat(intents.sent(RecordRefusals.class)).hasSize(1);
  }

  @Test
  void otherNeighboursReasonsAndHoursCountByThemselves() {
    for (int i = 0; i < 21; i++) {
      refuse("203.0.113.1", Refusal.SIGNATURE_MISMATCH);
    }
    refuse("203.0.114.1", Refusal.SIGNATURE_MISMATCH);
    refuse("203.0.113.1", Refusal.IDENTITY_MISSING);
    clock.advance(Duration.ofHours(1));
    refuse("203.0.113.1", Refusal.SIGNATURE_MISMATCH);
    await().until(() -> inFull() == 23);
  }

  @Test
  void theLogStaysSmallWhoeverKnocks() throws InterruptedException {
    for (int i = 0; i < 5_000; i++) {
      refuse("10." + i / 250 + "." + i % 250 + ".1", Refusal.IDENTITY_MISSING);
    }
    refusals.stop();
    long counted =
        intents.sent(RecordRefusals.class).stream().mapToLong(RecordRefusals::count).sum();
    assertThat(inFull()).isLessThanOrEqualTo(2_000);
    assertThat(inFull() + counted).isEqualTo(5_000);
  }

  @Test
  void whatStrangersSentIsSealedForTheMonthAndCutShort() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    refusals.refused(
        "checkin", Refusal.PLIST_UNREADABLE, "d".repeat(999), "ab", new byte[20_000], request);
    await().until(() -> inFull() == 1);
    RecordRefusal recorded = intents.sent(RecordRefusal.class).get(0);
    assertThat(recorded.target().value()).isEqualTo("refusals:node-1.2026-11-24");
    assertThat(recorded.detail()).hasSize(300);
    assertThat(recorded.certificate()).isEqualTo("ab");
    assertThat(vault.open(recorded.bodyStart().sealed(), "RequestRefused", "bodyStart"))
        .hasValueSatisfying(start -> assertThat(start).hasSize(8192));
    assertThat(vault.subjects).containsExactly(Subject.refusals("2026-11"));
  }

  @Test
  void whatTheStoreDoesntTakeIsCountedUntilItDoes() {
    intents.on(RecordRefusal.class, i -> Outcome.refused(Refusal.STORE_UNAVAILABLE, "down"));
    intents.on(RecordRefusals.class, i -> Outcome.refused(Refusal.BUSY, "busy"));
    refuse("203.0.113.1", Refusal.IDENTITY_MISSING);
    await()
        .untilAsserted(
            () -> {
              refusals.flush();
              assertThat(intents.sent(RecordRefusals.class)).isNotEmpty();
            });
    intents.on(RecordRefusals.class, i -> Outcome.accepted());
    int before = intents.sent(RecordRefusals.class).size();
    refusals.flush();
    List<RecordRefusals> all = intents.sent(RecordRefusals.class);
    assertThat(all).hasSize(before + 1);
    assertThat(all.get(before).count()).isEqualTo(1);
  }

  @Test
  void neighbourhoodsArePrefixes() {
    assertThat(Neighbourhood.of("203.0.113.77")).isEqualTo("203.0.113.0/24");
    assertThat(Neighbourhood.of("2001:db8:7:1:2:3:4:5")).isEqualTo("2001:db8:7::/48");
    assertThat(Neighbourhood.of("2001:db8::5")).isEqualTo("2001:db8:0::/48");
    assertThat(Neighbourhood.of("::1")).isEqualTo("0:0:0::/48");
  }

  private int inFull() {
    return intents.sent(RecordRefusal.class).size();
  }

  private void refuse(String address, Refusal reason) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    refusals.refused("checkin", reason, "why", null, null, request);
  }

  private static DoorSettings settings() {
    return new DoorSettings(
        List.of(), DataSize.ofMegabytes(1), DataSize.ofMegabytes(16), DataSize.ofMegabytes(64));
  }
}
