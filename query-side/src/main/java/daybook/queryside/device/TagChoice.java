// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.device;

import daybook.domain.access.InvalidInput;
import daybook.queryside.http.Choices;
import daybook.queryside.http.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tags that a request's query names.
 *
 * @param wanted devices have at least one of them; empty: any device
 * @param unwanted devices have none of them
 */
record TagChoice(List<Long> wanted, List<Long> unwanted) {
  private static final String WANTED = "tags";
  private static final String UNWANTED = "excluded_tags";

  /**
   * Reads both parameters, which may be repeated.
   *
   * @throws InvalidInput for each the first text that is no number; else the first tag that isn't
   *     there
   */
  static TagChoice of(Parameters parameters, Set<Long> known) {
    Map<String, List<String>> problems = new LinkedHashMap<>();
    for (String name : List.of(WANTED, UNWANTED)) {
      problem(parameters.all(name), known).ifPresent(it -> problems.put(name, List.of(it)));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    return new TagChoice(numbers(parameters.all(WANTED)), numbers(parameters.all(UNWANTED)));
  }

  private static Optional<String> problem(List<String> tags, Set<Long> known) {
    return tags.stream()
        .filter(tag -> !isNumber(tag))
        .findFirst()
        .map(Choices::invalid)
        .or(
            () ->
                tags.stream()
                    .filter(tag -> !known.contains(Long.valueOf(tag)))
                    .findFirst()
                    .map(Choices::unavailable));
  }

  private static boolean isNumber(String tag) {
    return tag.matches("[+-]?\\d{1,18}");
  }

  private static List<Long> numbers(List<String> tags) {
    return tags.stream().map(Long::valueOf).toList();
  }
}
