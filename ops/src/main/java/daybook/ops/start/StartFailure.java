// SPDX-License-Identifier: Apache-2.0
package daybook.ops.start;

import org.springframework.boot.context.properties.bind.BindException;

/** Turns what stopped the start into one sentence that names the setting, where it was one. */
public final class StartFailure {
  private StartFailure() {}

  public static String sentence(Throwable failure) {
    String setting = null;
    Throwable cause = failure;
    for (Throwable t = failure; t != null && t != t.getCause(); t = t.getCause()) {
      if (t instanceof BindException bind) {
        setting = setting(bind);
      }
      cause = t;
    }
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return "Daybook can't start: " + (setting == null ? "" : setting + ": ") + reason;
  }

  private static String setting(BindException bind) {
    String name =
        bind.getProperty() == null
            ? bind.getName().toString()
            : bind.getProperty().getName() + " = '" + bind.getProperty().getValue() + "'";
    return name.replace('-', '_');
  }
}
