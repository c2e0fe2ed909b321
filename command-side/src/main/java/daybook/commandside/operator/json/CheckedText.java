// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.json;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A text of a certain form.
 *
 * @param problem what is said of a text that hasn't got it
 */
record CheckedText<T>(
    String type,
    Kind<String> text,
    Predicate<String> form,
    Function<String, T> value,
    Function<String, String> problem)
    implements Kind<T> {
  @Override
  public T read(Object value) {
    String read = text.read(value);
    if (!form.test(read)) {
      throw Wrong.text(problem.apply(read));
    }
    return this.value.apply(read);
  }

  @Override
  public Map<String, Object> details() {
    return text.details();
  }
}
