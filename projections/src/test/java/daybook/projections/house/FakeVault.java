// SPDX-License-Identifier: Apache-2.0
package daybook.projections.house;

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

/** A vault that only encodes: what it seals can be opened until its key is dropped. */
public final class FakeVault implements Vault {
  private final Set<String> dropped = new HashSet<>();

  public static Personal personal(String keyId, String text) {
    return new Personal(sealed(keyId, text));
  }

  public static Secret secret(String text) {
    return new Secret(sealed("1.secret", text));
  }

  private static Sealed sealed(String keyId, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Sealed(keyId, 1, Base64.getEncoder().encodeToString(bytes), null);
  }

  public void drop(String keyId) {
    dropped.add(keyId);
  }

  @Override
  public Optional<byte[]> open(Sealed sealed, String eventName, String path) {
    return dropped.contains(sealed.k())
        ? Optional.empty()
        : Optional.of(Base64.getDecoder().decode(sealed.c()));
  }

  @Override
  public Personal personal(
      Subject subject, String eventName, String path, byte[] plain, Instant now) {
    return new Personal(sealed("1.p", new String(plain, StandardCharsets.UTF_8)));
  }

  @Override
  public Secret secret(Subject subject, String eventName, String path, byte[] plain) {
    return new Secret(sealed("1.s", new String(plain, StandardCharsets.UTF_8)));
  }

  @Override
  public Personal comparablePersonal(
      Subject subject, String eventName, String path, byte[] plain, Instant now) {
    return personal(subject, eventName, path, plain, now);
  }

  @Override
  public Secret comparableSecret(Subject subject, String eventName, String path, byte[] plain) {
    return secret(subject, eventName, path, plain);
  }

  @Override
  public String fingerprint(Subject subject, byte[] plain) {
    return new String(plain, StandardCharsets.UTF_8);
  }

  @Override
  public int generation(Subject subject) {
    return 1;
  }
}
