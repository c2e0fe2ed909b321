// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import daybook.domain.Refusal;
import java.util.concurrent.Callable;

/** Why a request can't be taken: the one exception of the readers. */
final class ScepProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final Refusal reason;

  ScepProblem(Refusal reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  Refusal reason() {
    return reason;
  }

  /**
   * Runs a step over bytes that a stranger sent. Bouncy Castle and the JDK tell of malformed ones
   * by a dozen unchecked exceptions; here each is the stranger's fault, not a defect.
   */
  static <T> T guard(String what, Callable<T> step) throws ScepProblem {
    try {
      return step.call();
    } catch (ScepProblem e) {
      throw e;
    } catch (Exception e) {
      throw unreadable(what + " (" + e.getClass().getSimpleName() + ")");
    }
  }

  static ScepProblem unreadable(String detail) {
    return new ScepProblem(Refusal.SCEP_MESSAGE_UNREADABLE, detail);
  }
}
