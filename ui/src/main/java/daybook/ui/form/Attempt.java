// SPDX-License-Identifier: Apache-2.0
package daybook.ui.form;

import daybook.domain.Outcome;
import daybook.domain.Outcome.Refused;
import daybook.domain.access.InvalidInput;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What came of a button: a reply, or a sentence about what is wrong.
 *
 * @param problem null when all is well
 */
public record Attempt<R>(R reply, String problem) {

  /**
   * Makes one.
   *
   * @param refused the sentence of a refusal
   * @param labels how fields are called on the page; others are called nothing
   */
  public static <R> Attempt<R> of(
      Supplier<Outcome<R>> step, Function<Refused<?>, String> refused, Map<String, String> labels) {
    try {
      Outcome<R> outcome = step.get();
      return outcome
          .refusal()
          .map(refusal -> new Attempt<R>(null, refused.apply(refusal)))
          .orElseGet(() -> new Attempt<>(outcome.reply(), null));
    } catch (InvalidInput e) {
      return new Attempt<>(null, sentence(e, labels));
    }
  }

  public boolean good() {
    return problem == null;
  }

  /**
   * Leaves what is to be told for the page that is shown next.
   *
   * @param success null: the page shows it by itself
   */
  public void tell(RedirectAttributes told, String success) {
    if (problem != null) {
      told.addFlashAttribute("problem", problem);
    } else if (success != null) {
      told.addFlashAttribute("success", success);
    }
  }

  /** {@code Certificate: Could not load PEM certificate.} */
  private static String sentence(InvalidInput input, Map<String, String> labels) {
    return input.fields().entrySet().stream()
        .map(field -> label(field.getKey(), labels) + texts(field.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String label(String field, Map<String, String> labels) {
    return labels.containsKey(field) ? labels.get(field) + ": " : "";
  }

  private static String texts(Object problem) {
    String text =
        problem instanceof Collection<?> texts
            ? texts.stream().map(String::valueOf).collect(Collectors.joining(" "))
            : String.valueOf(problem);
    return text.endsWith(".") ? text : text + ".";
  }
}
