// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import daybook.domain.Personal;
import daybook.domain.Sealed;
import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.Vault;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

/**
 * Seals and opens with the keys of the store: AES-256-GCM, the nonce in front, over a codec byte
 * and the bytes. Bound as additional data, each a length-prefixed field: version, subject, class,
 * stored event name, field path.
 */
public final class SealedVault implements Vault {
  private static final int VERSION = 1;

  private final KeyStore keys;

  public SealedVault(KeyStore keys) {
    this.keys = keys;
  }

  @Override
  public Personal personal(
      Subject subject, String eventName, String path, byte[] plain, Instant now) {
    return new Personal(seal(personalKey(subject, now), eventName, path, plain, null));
  }

  @Override
  public Secret secret(Subject subject, String eventName, String path, byte[] plain) {
    return new Secret(seal(secretKey(subject), eventName, path, plain, null));
  }

  @Override
  public Personal comparablePersonal(
      Subject subject, String eventName, String path, byte[] plain, Instant now) {
    String fingerprint = fingerprint(subject, plain);
    return new Personal(seal(personalKey(subject, now), eventName, path, plain, fingerprint));
  }

  @Override
  public Secret comparableSecret(Subject subject, String eventName, String path, byte[] plain) {
    DataKey key = secretKey(subject);
    return new Secret(seal(key, eventName, path, plain, key.fingerprint(plain)));
  }

  @Override
  public Optional<byte[]> open(Sealed sealed, String eventName, String path) {
    if (sealed.v() != VERSION) {
      throw new IllegalStateException("a sealed value of the unknown version " + sealed.v());
    }
    return keys.key(sealed.k()).map(key -> open(key, sealed, eventName, path));
  }

  @Override
  public String fingerprint(Subject subject, byte[] plain) {
    return secretKey(subject).fingerprint(plain);
  }

  @Override
  public int generation(Subject subject) {
    return keys.generation(subject);
  }

  private DataKey secretKey(Subject subject) {
    return keys.present(subject, KeyClass.SECRET, 0);
  }

  private DataKey personalKey(Subject subject, Instant now) {
    return keys.present(subject, KeyClass.PERSONAL, now.atZone(ZoneOffset.UTC).getYear());
  }

  static Sealed seal(DataKey key, String eventName, String path, byte[] plain, String fingerprint) {
    try {
      byte[] cipher = key.aead().encrypt(Compression.encode(plain), context(key, eventName, path));
      return new Sealed(key.id(), VERSION, Base64.getEncoder().encodeToString(cipher), fingerprint);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal", e);
    }
  }

  static byte[] open(DataKey key, Sealed sealed, String eventName, String path) {
    try {
      byte[] cipher = Base64.getDecoder().decode(sealed.c());
      return Compression.decode(key.aead().decrypt(cipher, context(key, eventName, path)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "the sealed value at %s of %s was altered or moved".formatted(path, eventName), e);
    }
  }

  private static byte[] context(DataKey key, String eventName, String path) {
    return Fields.of(
        Integer.toString(VERSION), key.subject(), key.keyClass().word(), eventName, path);
  }
}
