// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** One thing that an operator at the machine may ask for. */
@FunctionalInterface
interface Control {
  /**
   * Does it.
   *
   * @param asked the arguments by name
   * @param progress told now and then how far it is; each value becomes JSON
   * @return what becomes the result's JSON; may be null
   * @throws ControlRefused when it can't be done
   * @throws daybook.domain.access.InvalidInput when the arguments are wrong
   */
  Object run(JsonNode asked, Consumer<Object> progress);
}
