// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.commandside.aggregate.EventTime;
import daybook.ops.log.json.EventCodec;
import daybook.ops.log.store.GroupCommit;
import daybook.ops.log.store.LogStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start with other parts than the ones that were meant is stopped, and told which they are. */
class WiringCheckTest {
  private final Serializer events = new EventSerializer(new EventCodec());
  private final Serializer states = new StateSerializer(List.of());

  @TempDir private Path home;
  private LogStore log;
  private SnapshotFile snapshots;

  @BeforeEach
  void open() throws SQLException, IOException {
    GenericEventMessage.clock = EventTime.CLOCK;
    log = LogStore.open("", home.resolve("log.db"), GroupCommit.Limits.DEFAULT, size -> {});
    snapshots = SnapshotFile.open(home.resolve("cache.db"), log, Map.of());
  }

  @AfterEach
  void close() throws SQLException {
    GenericEventMessage.clock = EventTime.CLOCK;
    snapshots.close();
    log.close();
  }

  @Test
  void partsThatWereMeantAreAccepted() {
    assertThatCode(() -> check(events, states)).doesNotThrowAnyException();
  }

  @Test
  void otherSerializersAreNamed() {
    assertThatThrownBy(() -> check(states, events))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("events' serializer")
        .hasMessageContaining("snapshots' serializer");
  }

  @Test
  void axonsOwnClockIsNamed() {
    GenericEventMessage.clock = Clock.systemUTC();
    assertThatThrownBy(() -> check(events, states))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("events' clock");
  }

  private void check(Serializer forEvents, Serializer forStates) {
    LogEngine engine = LogEngine.over(log, snapshots, forEvents, forStates, Map.of());
    WiringCheck.check(
        engine,
        EmbeddedEventStore.builder().storageEngine(engine).build(),
        PessimisticLockFactory.usingDefaults());
  }
}
