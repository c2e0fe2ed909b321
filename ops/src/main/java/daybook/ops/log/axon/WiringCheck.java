// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import daybook.commandside.aggregate.EventTime;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/**
 * Stops a start whose parts are not the ones that were meant: Axon replaces what it doesn't find by
 * defaults, silently.
 */
final class WiringCheck {
  private static final String XSTREAM = "com.thoughtworks.xstream.XStream";

  private WiringCheck() {}

  static void check(LogEngine engine, EmbeddedEventStore store, PessimisticLockFactory locks) {
    List<String> wrong = new ArrayList<>();
    require(engine.getEventSerializer() instanceof EventSerializer, "events' serializer", wrong);
    require(
        engine.getSnapshotSerializer() instanceof StateSerializer, "snapshots' serializer", wrong);
    require(store.getClass() == EmbeddedEventStore.class, "event store", wrong);
    require(locks.getClass() == PessimisticLockFactory.class, "lock factory", wrong);
    require(IdentifierFactory.getInstance() instanceof UuidV7, "maker of event ids", wrong);
    require(GenericEventMessage.clock instanceof EventTime, "events' clock", wrong);
    require(!isPresent(XSTREAM), "absence of XStream", wrong);
    if (!wrong.isEmpty()) {
      throw new IllegalStateException("the log is not wired as it was meant: " + wrong);
    }
  }

  private static void require(boolean asMeant, String part, List<String> wrong) {
    if (!asMeant) {
      wrong.add(part);
    }
  }

  private static boolean isPresent(String type) {
    try {
      Class.forName(type, false, WiringCheck.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
