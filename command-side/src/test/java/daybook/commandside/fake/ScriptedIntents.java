// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.fake;

import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Intents that are answered by what a test said, and remembered. */
public final class ScriptedIntents implements Intents {
  public final List<Intent<?>> sent = new ArrayList<>();
  public final List<Origin> origins = new ArrayList<>();
  private final Map<Class<?>, Function<Intent<?>, Outcome<?>>> answers = new LinkedHashMap<>();

  /** From now on intents of a type are answered so. */
  public <I> ScriptedIntents on(Class<I> type, Function<I, Outcome<?>> answer) {
    answers.put(type, intent -> answer.apply(type.cast(intent)));
    return this;
  }

  @Override
  @SuppressWarnings("unchecked")
  public synchronized <R> Outcome<R> send(Intent<R> intent, Origin origin) {
    sent.add(intent);
    origins.add(origin);
    Function<Intent<?>, Outcome<?>> answer = answers.get(intent.getClass());
    return answer == null ? Outcome.accepted() : (Outcome<R>) answer.apply(intent);
  }

  /** The intents of a type, in the order in which they were sent. */
  public synchronized <I> List<I> sent(Class<I> type) {
    return sent.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The origin of the last one of a type. */
  public synchronized Origin originOf(Class<?> type) {
    for (int i = sent.size() - 1; i >= 0; i--) {
      if (type.isInstance(sent.get(i))) {
        return origins.get(i);
      }
    }
    throw new AssertionError("no " + type.getSimpleName() + " was sent");
  }
}
