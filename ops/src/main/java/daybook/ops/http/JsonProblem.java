// SPDX-License-Identifier: Apache-2.0
package daybook.ops.http;

import java.util.List;
import java.util.Map;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.MismatchedInputException;

/** What is wrong with a body that could not be read, in the API's words. */
final class JsonProblem {
  private JsonProblem() {}

  static Map<String, Object> of(HttpMessageNotReadableException unreadable) {
    if (unreadable.getCause() instanceof MismatchedInputException mismatch) {
      return mismatch(mismatch);
    }
    if (unreadable.getCause() instanceof JacksonException syntax) {
      return Map.of("detail", "JSON parse error - " + syntax.getOriginalMessage() + place(syntax));
    }
    return Map.of("detail", "JSON parse error - the body can't be read");
  }

  private static Map<String, Object> mismatch(MismatchedInputException mismatch) {
    String field =
        mismatch.getPath().isEmpty() ? null : mismatch.getPath().get(0).getPropertyName();
    return field == null
        ? Map.of("non_field_errors", List.of("Invalid data. Expected a dictionary."))
        : Map.of(field, List.of(expectation(mismatch.getTargetType())));
  }

  private static String expectation(Class<?> type) {
    if (type == null || type == String.class) {
      return "Not a valid string.";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "Must be a valid boolean.";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "A valid integer is required.";
    }
    return "Not a valid value.";
  }

  private static String place(JacksonException syntax) {
    TokenStreamLocation at = syntax.getLocation();
    return at == null || at.getLineNr() < 1
        ? ""
        : ": line %d column %d".formatted(at.getLineNr(), at.getColumnNr());
  }
}
