// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import daybook.commandside.aggregate.EventSourced;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/**
 * One type of aggregate: its kind of stream, Axon's model of it, and how a blank one is made, by
 * its constructor with the stream's name.
 */
final class AggregateType<T extends EventSourced> extends AbstractAggregateFactory<T> {
  private final String kind;
  private final Constructor<T> constructor;
  private final String revision;

  private AggregateType(
      String kind, AggregateModel<T> model, Constructor<T> constructor, String revision) {
    super(model);
    this.kind = kind;
    this.constructor = constructor;
    this.revision = revision;
  }

  static <T extends EventSourced> AggregateType<T> of(String kind, Class<T> type) {
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(String.class);
      constructor.setAccessible(true);
      return new AggregateType<>(
          kind,
          AnnotatedAggregateMetaModelFactory.inspectAggregate(type),
          constructor,
          CodeRevision.of(type));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no constructor with a stream's name", e);
    }
  }

  /** The kind of the streams of these aggregates. */
  String kind() {
    return kind;
  }

  AggregateModel<T> model() {
    return aggregateModel();
  }

  /** The revision of the code that decides what a state looks like. */
  String revision() {
    return revision;
  }

  /** An aggregate to which nothing has happened. */
  T blank(String stream) {
    try {
      return constructor.newInstance(stream);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("cannot make " + constructor.getDeclaringClass(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  @SuppressWarnings("rawtypes")
  protected T doCreateAggregate(String stream, DomainEventMessage first) {
    return blank(stream);
  }
}
