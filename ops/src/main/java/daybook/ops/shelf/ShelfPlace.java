// SPDX-License-Identifier: Apache-2.0
package daybook.ops.shelf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Where something lies, and the key that opens it; both follow from the secret alone. */
final class ShelfPlace {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String name;
  private final SecretKeySpec key;

  private ShelfPlace(String name, SecretKeySpec key) {
    this.name = name;
    this.key = key;
  }

  static ShelfPlace of(String secret) {
    return new ShelfPlace(
        HexFormat.of().formatHex(hash("place ", secret)),
        new SecretKeySpec(hash("key ", secret), "AES"));
  }

  String name() {
    return name;
  }

  byte[] seal(byte[] content) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      byte[] cipher = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content);
      return ByteBuffer.allocate(NONCE + cipher.length).put(nonce).put(cipher).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty when it was altered. */
  Optional<byte[]> open(byte[] sealed) {
    if (sealed.length < NONCE) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE))
              .doFinal(sealed, NONCE, sealed.length - NONCE));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  private static byte[] hash(String use, String secret) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((use + secret).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
