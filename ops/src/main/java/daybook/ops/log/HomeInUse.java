// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import java.nio.file.Path;

/** Another process has the home open. */
public final class HomeInUse extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  HomeInUse(Path home, Throwable cause) {
    super(
        "Another Daybook is running in "
            + home.toAbsolutePath()
            + "; stop it, or use another"
            + " DAYBOOK_HOME.",
        cause);
  }
}
