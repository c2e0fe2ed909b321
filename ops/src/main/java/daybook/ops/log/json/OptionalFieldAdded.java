// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.json;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The next revision has a field more, that may be absent: the old one is read as it is. */
record OptionalFieldAdded(String name, int from) implements Upcaster {
  @Override
  public ObjectNode upcast(ObjectNode payload) {
    return payload;
  }
}
