// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An operator's input that can't be accepted; becomes 400 with the texts of each field. */
public final class InvalidInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, Object> fields;

  public InvalidInput(Map<String, ?> fields) {
    super(fields.toString());
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  public static InvalidInput of(String field, String text) {
    return new InvalidInput(Map.of(field, List.of(text)));
  }

  /** The texts by field, in the API's words, in the order of the fields. */
  public Map<String, Object> fields() {
    return fields;
  }
}
