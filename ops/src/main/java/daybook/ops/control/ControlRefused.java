// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.domain.Outcome;

/** What an operator asked for was refused; the message is for people. */
public final class ControlRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ControlRefused(String message) {
    super(message);
  }

  /** The reply of an accepted outcome; a refusal becomes the exception. */
  static <R> R reply(Outcome<R> outcome) {
    outcome
        .refusal()
        .ifPresent(
            refused -> {
              throw new ControlRefused(refused.detail() + " (" + refused.reason() + ")");
            });
    return outcome.reply();
  }
}
