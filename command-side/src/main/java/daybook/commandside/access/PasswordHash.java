// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A slow hash of a password: Argon2id in its usual text form, {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106</a>
 */
record PasswordHash(String text) {
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{8,128})\\$([A-Za-z0-9+/]{8,128})");

  PasswordHash {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not an Argon2id hash");
    }
  }

  static PasswordHash of(String password, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = argon2(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new PasswordHash(
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(
                MEMORY_KIB,
                PASSES,
                LANES,
                base64.encodeToString(salt),
                base64.encodeToString(hash)));
  }

  /** Compares in a time that tells nothing of how much was right. */
  boolean matches(String password) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return false;
    }
    byte[] salt = Base64.getDecoder().decode(form.group(4));
    byte[] hash = Base64.getDecoder().decode(form.group(5));
    int memory = Integer.parseInt(form.group(1));
    int passes = Integer.parseInt(form.group(2));
    int lanes = Integer.parseInt(form.group(3));
    return MessageDigest.isEqual(hash, argon2(password, salt, memory, passes, lanes, hash.length));
  }

  @Override
  public String toString() {
    return "PasswordHash[•••]";
  }

  private static byte[] argon2(
      String password, byte[] salt, int memory, int passes, int lanes, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
