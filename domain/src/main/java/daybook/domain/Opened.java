// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

/** A personal value, opened; or what is left of it when its key was dropped. */
public sealed interface Opened {
  record Known(String text) implements Opened {}

  record Erased() implements Opened {}

  /** The text, or null when it was erased. */
  default String orNull() {
    return this instanceof Known known ? known.text() : null;
  }
}
