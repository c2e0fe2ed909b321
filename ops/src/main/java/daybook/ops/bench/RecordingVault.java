// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import daybook.domain.Personal;
import daybook.domain.Sealed;
import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.Vault;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A vault that remembers which values were opened, by event name and field path. */
final class RecordingVault implements Vault {
  private final Vault vault;
  private final Set<String> opened = ConcurrentHashMap.newKeySet();

  RecordingVault(Vault vault) {
    this.vault = vault;
  }

  boolean hasOpened(String eventName, String path) {
    return opened.contains(eventName + "/" + path);
  }

  @Override
  public Optional<byte[]> open(Sealed sealed, String eventName, String path) {
    opened.add(eventName + "/" + path);
    return vault.open(sealed, eventName, path);
  }

  @Override
  public Personal personal(
      Subject subject, String eventName, String path, byte[] plain, Instant now) {
    return vault.personal(subject, eventName, path, plain, now);
  }

  @Override
  public Secret secret(Subject subject, String eventName, String path, byte[] plain) {
    return vault.secret(subject, eventName, path, plain);
  }

  @Override
  public Personal comparablePersonal(
      Subject subject, String eventName, String path, byte[] plain, Instant now) {
    return vault.comparablePersonal(subject, eventName, path, plain, now);
  }

  @Override
  public Secret comparableSecret(Subject subject, String eventName, String path, byte[] plain) {
    return vault.comparableSecret(subject, eventName, path, plain);
  }

  @Override
  public String fingerprint(Subject subject, byte[] plain) {
    return vault.fingerprint(subject, plain);
  }

  @Override
  public int generation(Subject subject) {
    return vault.generation(subject);
  }
}
