// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** Texts of letters and digits: random ones that nobody guesses, and ones derived from a value. */
public final class Base62 {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
  private static final SecureRandom RANDOM = new SecureRandom();

  private Base62() {}

  /** A random text; each character is worth 5.95 bits. */
  public static String random(int length) {
    StringBuilder text = new StringBuilder(length);
    RANDOM.ints(length, 0, DIGITS.length()).forEach(digit -> text.append(DIGITS.charAt(digit)));
    return text.toString();
  }

  /** The same text for the same parts, in this order: from their SHA-512. At most 80 characters. */
  public static String derived(int length, String... parts) {
    StringBuilder text = new StringBuilder(length);
    BigInteger rest = new BigInteger(1, sha512(parts));
    for (int i = 0; i < length; i++) {
      BigInteger[] next = rest.divideAndRemainder(BASE);
      text.append(DIGITS.charAt(next[1].intValue()));
      rest = next[0];
    }
    return text.toString();
  }

  private static byte[] sha512(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-512");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) ':');
        digest.update(bytes);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-512", e);
    }
  }
}
