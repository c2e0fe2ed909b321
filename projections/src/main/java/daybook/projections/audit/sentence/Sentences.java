// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.sentence;

import daybook.domain.DomainEvent;
import daybook.domain.OpenedEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The table: type of event → sentence. */
public final class Sentences {
  private final Map<Class<?>, Sentence<?>> byType = new HashMap<>();

  /** How one type of event is told. */
  @FunctionalInterface
  interface Sentence<E extends DomainEvent> {
    String tell(E event, Telling telling);
  }

  public Sentences() {
    EnrollmentSentences.add(this);
    RetirementSentences.add(this);
    CommandSentences.add(this);
    PushSentences.add(this);
    SessionSentences.add(this);
    AccessSentences.add(this);
    GroupSentences.add(this);
    IssuerSentences.add(this);
    RestoreSentences.add(this);
  }

  <E extends DomainEvent> Sentences on(Class<E> type, Sentence<E> sentence) {
    if (byType.put(type, sentence) != null) {
      throw new IllegalStateException("told twice: " + type.getSimpleName());
    }
    return this;
  }

  /** Whether a type of event can be told. */
  public boolean tells(Class<?> type) {
    return byType.containsKey(type);
  }

  /**
   * An event as a sentence.
   *
   * @param actorName the name of the operator who caused it, or null
   * @param accounts the name of an account by its id; null when it has none any more
   */
  public String tell(OpenedEvent opened, String actorName, UnaryOperator<String> accounts) {
    return tell(
        byType.get(opened.event().getClass()), opened, new Telling(opened, actorName, accounts));
  }

  @SuppressWarnings("unchecked") // "on" ties each sentence to the type it is found by
  private static <E extends DomainEvent> String tell(
      Sentence<E> sentence, OpenedEvent opened, Telling telling) {
    if (sentence == null) {
      throw new IllegalStateException("no sentence tells " + opened.entry().type());
    }
    return sentence.tell((E) opened.event(), telling);
  }
}
