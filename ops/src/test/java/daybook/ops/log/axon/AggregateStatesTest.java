// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.aggregate.EventSourced;
import daybook.commandside.wiring.Aggregates;
import daybook.domain.DomainEvent;
import daybook.domain.StreamId;
import daybook.domain.catalog.EventCatalog;
import daybook.ops.log.json.EventCodec;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every aggregate's state survives its snapshot, whatever has happened to it. */
class AggregateStatesTest {
  private static final Path SAMPLES = Path.of("../domain/src/test/resources/events");

  static Stream<Map.Entry<String, Class<? extends EventSourced>>> aggregates() {
    return Aggregates.TYPES.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void stateSurvivesItsSnapshot(Map.Entry<String, Class<? extends EventSourced>> entry)
      throws Exception {
    AggregateType<?> type = AggregateType.of(entry.getKey(), entry.getValue());
    StateSerializer serializer = new StateSerializer(List.of(type));
    EventSourced aggregate = type.blank(StreamId.of(entry.getKey(), "all").value());
    assertSurvives(serializer, aggregate, "nothing has happened");

    long sequence = 0;
    for (DomainEvent event : eventsOf(entry.getKey())) {
      evolve(aggregate, event, sequence++);
      assertSurvives(serializer, aggregate, event.getClass().getSimpleName());
    }
    assertThat(sequence).as("its events").isPositive();
  }

  private static void assertSurvives(
      StateSerializer serializer, EventSourced aggregate, String after) {
    SerializedObject<byte[]> snapshot = serializer.serialize(aggregate, byte[].class);
    EventSourced read = serializer.deserialize(snapshot);
    assertThat(read)
        .as("after %s: %s", after, new String(snapshot.getData(), StandardCharsets.UTF_8))
        .usingRecursiveComparison()
        .withEqualsForType(Object::equals, Map.class)
        .isEqualTo(aggregate);
  }

  private static void evolve(EventSourced aggregate, DomainEvent event, long sequence)
      throws ReflectiveOperationException {
    Method evolve =
        aggregate
            .getClass()
            .getDeclaredMethod("evolve", DomainEvent.class, long.class, Instant.class);
    evolve.setAccessible(true);
    evolve.invoke(aggregate, event, sequence, Instant.parse("2026-11-24T08:00:00.123Z"));
  }

  /** The samples of the events that belong to a kind of stream, in the catalog's order. */
  private static List<DomainEvent> eventsOf(String kind) throws IOException {
    EventCodec codec = new EventCodec();
    List<DomainEvent> events = new ArrayList<>();
    for (Map.Entry<String, Class<? extends DomainEvent>> entry : EventCatalog.all().entrySet()) {
      if (features(kind).contains(entry.getValue().getInterfaces()[0].getSimpleName())) {
        events.add(
            codec.read(
                entry.getKey(),
                Integer.toString(EventCatalog.name(entry.getValue()).revision()),
                Files.readAllBytes(
                    SAMPLES.resolve(
                        entry.getKey()
                            + "."
                            + EventCatalog.name(entry.getValue()).revision()
                            + ".json"))));
      }
    }
    return events;
  }

  private static List<String> features(String kind) {
    return switch (kind) {
      case "enrollment" ->
          List.of("EnrollmentEvent", "EscrowEvent", "RetirementEvent", "CommandEvent", "PushEvent");
      case "enrollment-session" -> List.of("SessionEvent");
      case "enrollment-configurations" -> List.of("EnrollmentConfigurationEvent");
      case "certificate" -> List.of("CertificateEvent");
      case "certificate-authorities" -> List.of("AuthorityEvent");
      case "push-certificates" -> List.of("PushCertificateEvent");
      case "account" -> List.of("AccountEvent");
      case "refusals" -> List.of("RefusalEvent");
      case "business-units" -> List.of("BusinessUnitEvent");
      case "restores" -> List.of("RestoreEvent");
      case "tags" -> List.of("TagEvent");
      case "roles" -> List.of("RoleEvent");
      case "accounts" -> List.of("RegisterEvent");
      case "scep-issuers" -> List.of("ScepIssuerEvent");
      case "numbers" -> List.of("NumberEvent");
      default -> throw new IllegalArgumentException("whose events are in " + kind + "?");
    };
  }
}
