// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import daybook.domain.Id;
import daybook.domain.StreamId;

/** An enrollment configuration; random, 1 to 180 letters, digits, dots and lines. */
public record ConfigurationId(String value) implements Id {
  public ConfigurationId {
    if (!StreamId.isId(value)) {
      throw new IllegalArgumentException("not a configuration id: " + value);
    }
  }
}
