// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.aggregate;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import daybook.domain.DomainEvent;
import daybook.domain.Intent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import java.lang.reflect.Constructor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.LoggingDuplicateCommandHandlerResolver;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.AbstractRepository;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matchers;
import org.slf4j.LoggerFactory;

/**
 * Axon's fixture, bound as the log binds aggregates: by the stream of an intent, each event at the
 * time of its intent. After each {@code when} of a story with a past the fixture also compares the
 * state with one that is sourced anew.
 */
public final class Story<T extends EventSourced> {
  static {
    // The fixture subscribes handlers of its own first, which would not know their stream.
    ((Logger) LoggerFactory.getLogger(LoggingDuplicateCommandHandlerResolver.class))
        .setLevel(Level.ERROR);
    // It warns of each stream that is new.
    ((Logger) LoggerFactory.getLogger(AbstractRepository.class)).setLevel(Level.ERROR);
  }

  private final AggregateTestFixture<T> fixture;
  private TestExecutor<T> past;
  private boolean begun;

  private Story(Class<T> type) {
    fixture = new AggregateTestFixture<>(type);
    fixture.registerAggregateFactory(new Blank<>(type));
    AggregateAnnotationCommandHandler<T> handler =
        AggregateAnnotationCommandHandler.<T>builder()
            .aggregateType(type)
            .repository(fixture.getRepository())
            .commandTargetResolver(
                message ->
                    new VersionedAggregateIdentifier(
                        (Object) ((Intent<?>) message.getPayload()).target().value(), null))
            .creationPolicyAggregateFactory(stream -> blank(type, String.valueOf(stream)))
            .build();
    MessageHandler<CommandMessage<?>> all = handler;
    handler.supportedCommandNames().forEach(name -> fixture.registerCommandHandler(name, all));
  }

  public static <T extends EventSourced> Story<T> of(Class<T> type) {
    Story<T> story = new Story<>(type);
    story.past = story.fixture.givenNoPriorActivity();
    return story;
  }

  /** What has happened already; each event at the same time. */
  public Story<T> happened(Instant time, List<? extends DomainEvent> events) {
    begun = true;
    past = past.andGivenCurrentTime(time).andGiven(new ArrayList<>(events));
    return this;
  }

  /** What was said already. */
  public Story<T> given(Intent<?>... intents) {
    begun = true;
    for (Intent<?> intent : intents) {
      past = past.andGivenCurrentTime(intent.now()).andGivenCommands(intent);
    }
    return this;
  }

  public Then<T> when(Intent<?> intent) {
    fixture.setReportIllegalStateChange(begun);
    return new Then<>(past.andGivenCurrentTime(intent.now()).when(intent));
  }

  /** What came of the last intent. */
  public static final class Then<T> {
    private final ResultValidator<T> result;

    private Then(ResultValidator<T> result) {
      this.result = result;
    }

    public Then<T> records(DomainEvent... events) {
      result.expectEvents((Object[]) events);
      return this;
    }

    /** Records events of these types, in this order. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Then<T> recordsTypes(Class<? extends DomainEvent>... types) {
      List<String> names = Stream.of(types).map(Class::getSimpleName).toList();
      result.expectEventsMatching(new TypeNames(names));
      return this;
    }

    public Then<T> recordsNothing() {
      result.expectNoEvents();
      return this;
    }

    public Then<T> accepted() {
      return answers(null);
    }

    public Then<T> answers(Object reply) {
      result.expectResultMessagePayload(Outcome.accepted(reply));
      return this;
    }

    public Then<T> refused(Refusal reason) {
      result.expectResultMessagePayloadMatching(
          Matchers.hasToString(Matchers.startsWith("Refused[reason=" + reason + ",")));
      return this;
    }

    public Then<T> refused(Refusal reason, String detail) {
      result.expectResultMessagePayload(Outcome.refused(reason, detail));
      return this;
    }
  }

  private static <T extends EventSourced> T blank(Class<T> type, String stream) {
    try {
      Constructor<T> constructor = type.getConstructor(String.class);
      return constructor.newInstance(stream);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("an aggregate is made with its stream", e);
    }
  }

  private static final class Blank<T extends EventSourced> extends AbstractAggregateFactory<T> {
    private final Class<T> type;

    Blank(Class<T> type) {
      super(type);
      this.type = type;
    }

    @Override
    @SuppressWarnings("rawtypes")
    protected T doCreateAggregate(String stream, DomainEventMessage first) {
      return blank(type, stream);
    }
  }

  private static final class TypeNames
      extends FeatureMatcher<List<? super EventMessage<?>>, List<String>> {
    TypeNames(List<String> names) {
      super(Matchers.equalTo(names), "events", "events");
    }

    @Override
    protected List<String> featureValueOf(List<? super EventMessage<?>> messages) {
      return messages.stream()
          .map(message -> ((EventMessage<?>) message).getPayloadType().getSimpleName())
          .toList();
    }
  }
}
