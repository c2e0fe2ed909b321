// SPDX-License-Identifier: Apache-2.0
package daybook.ops.backup;

/** A backup can't be made, or can't be restored. The message is a sentence. */
public final class BackupRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BackupRefused(String sentence) {
    super(sentence);
  }

  BackupRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
