// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * The key that unwraps the key store, outside of it: 32 bytes in base64, in the environment or in a
 * file that only its owner can read.
 */
final class MasterKey {
  static final String VARIABLE = "DAYBOOK_MASTER_KEY";

  private static final int BYTES = 32;

  private MasterKey() {}

  /** The key of the environment, else that of the file, if there is one. */
  static Optional<Aead> find(Path file, String environment) {
    if (environment != null && !environment.isBlank()) {
      return Optional.of(read(environment, VARIABLE));
    }
    try {
      return Files.exists(file)
          ? Optional.of(read(Files.readString(file), file.toString()))
          : Optional.empty();
    } catch (IOException e) {
      throw new KeysUnusable("The master key " + file + " can't be read.", e);
    }
  }

  /** Makes the file with a new key; durable when it returns. */
  static Aead make(Path file) {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    String text = Base64.getEncoder().encodeToString(key) + "\n";
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(draft);
      try (FileChannel channel =
          FileChannel.open(
              draft,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        channel.write(ByteBuffer.wrap(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
        folder.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the master key " + file, e);
    }
    return aead(key);
  }

  private static Aead read(String text, String where) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new KeysUnusable("The master key in " + where + " is not base64.", e);
    }
    if (key.length != BYTES) {
      throw new KeysUnusable(
          "The master key in %s has %d bytes, it must have %d."
              .formatted(where, key.length, BYTES));
    }
    return aead(key);
  }

  static Aead aead(byte[] key) {
    try {
      return new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is not available", e);
    }
  }
}
