// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.json;

import java.util.List;

/** A value that isn't what its field takes. */
final class Wrong extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Object problem;

  /**
   * @param problem a list of texts, or for parts of a value an object of them
   */
  Wrong(Object problem) {
    super(problem.toString(), null, false, false);
    this.problem = problem;
  }

  static Wrong text(String text) {
    return new Wrong(List.of(text));
  }

  Object problem() {
    return problem;
  }
}
