// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import java.util.Map;

/** What a route takes and answers, for clients that ask with {@code OPTIONS}. */
public interface DescribedFields {
  /** By name, in order: {@code type}, {@code required}, {@code read_only}, {@code label} … */
  Map<String, Object> fields();

  /** For routes that don't tell. */
  final class None implements DescribedFields {
    @Override
    public Map<String, Object> fields() {
      return Map.of();
    }
  }
}
