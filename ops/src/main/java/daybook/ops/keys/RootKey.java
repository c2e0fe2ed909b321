// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import com.google.crypto.tink.Aead;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;

/** The key that wraps all others in the store; itself wrapped by the master key. */
final class RootKey {
  private static final int BYTES = 32;
  static final String FACT = "root";
  private static final byte[] ROOT = Fields.of("root");

  private final Aead aead;

  private RootKey(Aead aead) {
    this.aead = aead;
  }

  /**
   * Unwraps the root key of a store, or makes the first.
   *
   * @param environment the master key of the environment, or null
   */
  static RootKey open(KeyTables keys, Path masterKey, String environment) {
    Optional<Aead> master = MasterKey.find(masterKey, environment);
    Optional<byte[]> wrapped = keys.fact(FACT);
    if (wrapped.isEmpty()) {
      byte[] root = random();
      Aead present = master.orElseGet(() -> MasterKey.make(masterKey));
      keys.keepFact(FACT, encrypt(present, root, ROOT));
      return new RootKey(MasterKey.aead(root));
    }
    return new RootKey(MasterKey.aead(unwrap(wrapped.get(), master, masterKey)));
  }

  /** Unwraps the root key that a store holds. */
  static RootKey of(byte[] wrapped, Path masterKey, String environment) {
    return new RootKey(
        MasterKey.aead(unwrap(wrapped, MasterKey.find(masterKey, environment), masterKey)));
  }

  private static byte[] unwrap(byte[] wrapped, Optional<Aead> master, Path masterKey) {
    if (master.isEmpty()) {
      throw new KeysUnusable(
          "The master key is missing: put it back as %s, or set %s. Without it nothing that was"
                  .formatted(masterKey, MasterKey.VARIABLE)
              + " sealed can be opened.");
    }
    try {
      return master.get().decrypt(wrapped, ROOT);
    } catch (GeneralSecurityException e) {
      throw new KeysUnusable(
          "The master key is not the one that belongs to the keys: put the right one back as %s, or set %s."
              .formatted(masterKey, MasterKey.VARIABLE),
          e);
    }
  }

  /** Whether the store is a new one. */
  static boolean isMissing(KeyTables keys) {
    return keys.fact(FACT).isEmpty();
  }

  byte[] wrap(byte[] key, byte[] context) {
    return encrypt(aead, key, context);
  }

  byte[] unwrap(byte[] wrapped, byte[] context) {
    try {
      return aead.decrypt(wrapped, context);
    } catch (GeneralSecurityException e) {
      throw new KeysUnusable("A key in the key store was altered.", e);
    }
  }

  static byte[] random() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  private static byte[] encrypt(Aead with, byte[] key, byte[] context) {
    try {
      return with.encrypt(key, context);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
