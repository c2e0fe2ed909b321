// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.json;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Leads a stored event from one revision to the next. The stored bytes stay as they are; the
 * upcaster runs whenever they are read.
 */
public interface Upcaster {
  /** The stored name, for example {@code DeviceEnrolled}. */
  String name();

  /** The revision that it takes; it gives the next. */
  int from();

  /** The payload in the next revision; may change and return what it gets. */
  ObjectNode upcast(ObjectNode payload);
}
