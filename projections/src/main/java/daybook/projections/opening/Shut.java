// SPDX-License-Identifier: Apache-2.0
package daybook.projections.opening;

import daybook.domain.LogEntry;
import daybook.domain.Personal;
import daybook.domain.Sealed;
import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.Vault;
import java.time.Instant;
import java.util.Optional;

/** A vault for one entry that opens nothing erased, and seals nothing. */
final class Shut implements Vault {
  private final Vault vault;
  private final Opener opener;
  private final LogEntry entry;

  Shut(Vault vault, Opener opener, LogEntry entry) {
    this.vault = vault;
    this.opener = opener;
    this.entry = entry;
  }

  @Override
  public Optional<byte[]> open(Sealed sealed, String eventName, String path) {
    return opener.isErased(sealed, eventName, entry)
        ? Optional.empty()
        : vault.open(sealed, eventName, path);
  }

  @Override
  public Personal personal(
      Subject subject, String eventName, String path, byte[] plain, Instant now) {
    throw readingOnly();
  }

  @Override
  public Secret secret(Subject subject, String eventName, String path, byte[] plain) {
    throw readingOnly();
  }

  @Override
  public Personal comparablePersonal(
      Subject subject, String eventName, String path, byte[] plain, Instant now) {
    throw readingOnly();
  }

  @Override
  public Secret comparableSecret(Subject subject, String eventName, String path, byte[] plain) {
    throw readingOnly();
  }

  @Override
  public String fingerprint(Subject subject, byte[] plain) {
    throw readingOnly();
  }

  @Override
  public int generation(Subject subject) {
    throw readingOnly();
  }

  private static UnsupportedOperationException readingOnly() {
    return new UnsupportedOperationException("views only open what was sealed");
  }
}
