// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import java.io.IOException;

/** No server of this home can be reached; nothing was asked of anybody. */
public final class ControlUnreachable extends IOException {
  private static final long serialVersionUID = 1L;

  ControlUnreachable(String message) {
    super(message);
  }
}
