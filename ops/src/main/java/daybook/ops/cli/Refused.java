// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

/** What was asked for was refused; the message is for people. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refused(String message) {
    super(message);
  }
}
