// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.fake;

import daybook.domain.Personal;
import daybook.domain.Sealed;
import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A vault that locks nothing, but remembers for whom and for what each value was sealed. */
public final class PlainVault implements Vault {
  /** The subjects for whom keys were made. */
  public final Set<Subject> subjects = new HashSet<>();

  /** When true, every key is dropped. */
  public boolean dropped;

  @Override
  public Personal personal(Subject subject, String event, String path, byte[] plain, Instant now) {
    return new Personal(seal(subject, event, path, plain, null));
  }

  @Override
  public Secret secret(Subject subject, String event, String path, byte[] plain) {
    return new Secret(seal(subject, event, path, plain, null));
  }

  @Override
  public Personal comparablePersonal(
      Subject subject, String event, String path, byte[] plain, Instant now) {
    return new Personal(seal(subject, event, path, plain, fingerprint(subject, plain)));
  }

  @Override
  public Secret comparableSecret(Subject subject, String event, String path, byte[] plain) {
    return new Secret(seal(subject, event, path, plain, fingerprint(subject, plain)));
  }

  @Override
  public Optional<byte[]> open(Sealed sealed, String event, String path) {
    if (!sealed.k().endsWith("." + event + "/" + path)) {
      throw new IllegalStateException(sealed.k() + " was not sealed for " + event + "/" + path);
    }
    return dropped ? Optional.empty() : Optional.of(Base64.getDecoder().decode(sealed.c()));
  }

  @Override
  public String fingerprint(Subject subject, byte[] plain) {
    subjects.add(subject);
    return Integer.toHexString(
        (subject.value() + new String(plain, StandardCharsets.UTF_8)).hashCode());
  }

  @Override
  public int generation(Subject subject) {
    return 1;
  }

  private Sealed seal(Subject subject, String event, String path, byte[] plain, String print) {
    subjects.add(subject);
    String key = "1." + subject.value() + "." + event + "/" + path;
    return new Sealed(key, 1, Base64.getEncoder().encodeToString(plain), print);
  }

  /** What was sealed. */
  public static String plain(Sealed sealed) {
    return new String(Base64.getDecoder().decode(sealed.c()), StandardCharsets.UTF_8);
  }
}
