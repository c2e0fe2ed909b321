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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A vault that hides nothing, but still knows whose, which event's and which field's a value is.
 */
public final class OpenVault implements Vault {
  private final Set<Subject> dropped = new HashSet<>();

  /** Drops a subject's keys. */
  public void drop(Subject subject) {
    dropped.add(subject);
  }

  @Override
  public Personal personal(
      Subject subject, String eventName, String path, byte[] plain, Instant now) {
    return new Personal(seal(subject, eventName, path, plain));
  }

  @Override
  public Secret secret(Subject subject, String eventName, String path, byte[] plain) {
    return new Secret(seal(subject, eventName, path, plain));
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
  public Optional<byte[]> open(Sealed sealed, String eventName, String path) {
    List<String> parts = List.of(sealed.k().split("\\|", -1));
    if (!parts.get(2).equals(eventName) || !parts.get(3).equals(path)) {
      throw new IllegalArgumentException("sealed for another field: " + sealed.k());
    }
    return dropped.contains(new Subject(parts.get(1)))
        ? Optional.empty()
        : Optional.of(Base64.getDecoder().decode(sealed.c()));
  }

  @Override
  public String fingerprint(Subject subject, byte[] plain) {
    return Integer.toHexString(new String(plain, StandardCharsets.UTF_8).hashCode());
  }

  @Override
  public int generation(Subject subject) {
    return 1;
  }

  private static Sealed seal(Subject subject, String eventName, String path, byte[] plain) {
    return new Sealed(
        "1.|" + subject.value() + "|" + eventName + "|" + path,
        1,
        Base64.getEncoder().encodeToString(plain),
        null);
  }
}
