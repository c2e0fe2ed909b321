// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import static daybook.ops.log.Homes.NOW;
import static daybook.ops.log.Homes.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import daybook.commandside.aggregate.EventSourced;
import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.Intent;
import daybook.domain.Outcome;
import daybook.domain.StreamId;
import daybook.ops.log.json.Upcaster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event that was stored in revision 1 is read and lived through in revision 2. */
class UpcasterTest {
  private static final StreamId STREAM = StreamId.of("task", "rod");

  @EventName("Measured")
  record MeasuredInInches(int inches) implements DomainEvent {}

  @EventName(value = "Measured", revision = 2)
  record Measured(double millimetres, String unit) implements DomainEvent {}

  record Measure(StreamId target, Instant now, int inches) implements Intent<Void> {}

  record AskLength(StreamId target, Instant now) implements Intent<Double> {}

  /** The aggregate as it was. */
  static class FormerRod extends EventSourced {
    FormerRod(String stream) {
      super(stream);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<Void> handle(Measure intent) {
      record(new MeasuredInInches(intent.inches()), intent.now());
      return Outcome.accepted();
    }

    @Override
    protected void evolve(DomainEvent event, long sequence, Instant time) {}
  }

  /** The aggregate as it is. */
  static class Rod extends EventSourced {
    private double length;

    Rod(String stream) {
      super(stream);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<Double> handle(AskLength intent) {
      return Outcome.accepted(length);
    }

    @Override
    protected void evolve(DomainEvent event, long sequence, Instant time) {
      length = ((Measured) event).millimetres();
    }
  }

  private static final class InchesToMillimetres implements Upcaster {
    @Override
    public String name() {
      return "Measured";
    }

    @Override
    public int from() {
      return 1;
    }

    @Override
    public ObjectNode upcast(ObjectNode payload) {
      return payload
          .put("millimetres", payload.remove("inches").intValue() * 25.4)
          .put("unit", "mm");
    }
  }

  @TempDir private Path home;

  @BeforeEach
  void storeInRevision1() {
    try (OpenLog former =
        Homes.in(home)
            .model(
                Map.of("task", FormerRod.class),
                Map.of("Measured", MeasuredInInches.class),
                List.of())
            .open()) {
      former.intents().send(new Measure(STREAM, NOW, 10), ORIGIN).reply();
      assertThat(former.store().at(1).orElseThrow().revision()).isEqualTo("1");
    }
  }

  @Test
  void logGivesThePresentRevisionAndKeepsTheStoredBytes() {
    try (OpenLog present = open(List.of(new InchesToMillimetres()))) {
      assertThat(present.log().at(1).orElseThrow().event()).isEqualTo(new Measured(254.0, "mm"));
      assertThat(new String(present.store().at(1).orElseThrow().payload(), StandardCharsets.UTF_8))
          .isEqualTo("{\"inches\":10}");
    }
  }

  @Test
  void aggregateLivesThroughThePresentRevision() {
    try (OpenLog present = open(List.of(new InchesToMillimetres()))) {
      assertThat(present.intents().send(new AskLength(STREAM, NOW), ORIGIN).reply())
          .isEqualTo(254.0);
    }
  }

  @Test
  void missingUpcasterIsADefectThatNamesTheEvent() {
    try (OpenLog present = open(List.of())) {
      assertThatThrownBy(() -> present.log().at(1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no upcaster takes Measured.1");
    }
  }

  private OpenLog open(List<Upcaster> upcasters) {
    return Homes.in(home)
        .model(Map.of("task", Rod.class), Map.of("Measured", Measured.class), upcasters)
        .open();
  }
}
