// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

/** The key store can't be opened; the message is a sentence that says what mends it. */
public final class KeysUnusable extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public KeysUnusable(String sentence) {
    super(sentence);
  }

  KeysUnusable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
