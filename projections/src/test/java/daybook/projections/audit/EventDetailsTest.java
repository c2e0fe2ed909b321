// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Actor;
import daybook.domain.DomainEvent;
import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.Origin;
import daybook.domain.StreamId;
import daybook.domain.catalog.EventCatalog;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.projections.house.FakeVault;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Samples;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EventDetailsTest {
  private final MemoryLog log = new MemoryLog();
  private final FakeVault vault = new FakeVault();

  @TestFactory
  Stream<DynamicTest> noSecretIsEverTold() {
    return EventCatalog.all().entrySet().stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    event.getKey(),
                    () ->
                        assertThat(details(Samples.of(event.getValue())).toString())
                            .doesNotContain(Samples.SECRET, "c2VjcmV0", "Sealed[")));
  }

  @Test
  void labelsAreWordsAndPersonalValuesAreOpened() {
    DomainEvent event = Samples.of(PushTokenChanged.class);
    assertThat(details(event))
        .containsEntry("channel", "device")
        .containsEntry("token", "sealed")
        .containsEntry("user short name", Samples.PERSONAL)
        .containsEntry("awaiting configuration", "true");
    vault.drop("1.p");
    assertThat(details(event)).containsEntry("user short name", "[erased]");
  }

  private Map<String, String> details(DomainEvent event) {
    LogEntry entry =
        log.append(StreamId.of("enrollment", "X"), event, Origin.of(Actor.server(), "request"));
    return EventDetails.of(new OpenedEvent(entry, vault));
  }
}
