// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.message;

import daybook.domain.Personal;
import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Seals what a device says, with the keys of its enrollment. Null stays null. */
public record Sealing(Vault vault, Subject subject, Instant now) {
  public Personal personal(String event, String path, String text) {
    return text == null ? null : personal(event, path, bytes(text));
  }

  public Personal personal(String event, String path, byte[] plain) {
    return vault.personal(subject, event, path, plain, now);
  }

  /** With a fingerprint, to see whether it is the same as before. */
  public Personal comparablePersonal(String event, String path, String text) {
    return vault.comparablePersonal(subject, event, path, bytes(text), now);
  }

  public Secret secret(String event, String path, byte[] plain) {
    return vault.secret(subject, event, path, plain);
  }

  /** With a fingerprint, to see whether it is the same as before. */
  public Secret comparableSecret(String event, String path, byte[] plain) {
    return plain == null ? null : vault.comparableSecret(subject, event, path, plain);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
