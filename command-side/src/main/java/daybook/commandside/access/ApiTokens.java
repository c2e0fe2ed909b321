// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The form of API tokens, the same as Zentral's: {@code ztlu_} for people or {@code ztls_} for
 * services, 30 letters and digits, and 6 of base62 CRC-32 over the 35 before. The checksum lets a
 * mistyped token, or a scanner's find, be told without looking anything up. Of the 30 the first 8
 * are the number of the account that judges it, and 22 (131 bits) are random; in tokens of the
 * former form all 30 are random.
 */
final class ApiTokens {
  private static final String ALPHABET =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int PREFIX = 5;
  private static final int ACCOUNT = 8;
  private static final int RANDOM = 22;
  private static final int CHECKSUM = 6;
  private static final int BODY = PREFIX + ACCOUNT + RANDOM;

  private ApiTokens() {}

  static String mint(boolean service, long account, SecureRandom random) {
    StringBuilder token = new StringBuilder(service ? "ztls_" : "ztlu_");
    token.append(base62(account, ACCOUNT));
    for (int i = 0; i < RANDOM; i++) {
      token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return token.append(checksum(token.toString())).toString();
  }

  /** Whether a token claims this form, and so has a checksum to hold. */
  static boolean claimsChecksum(String token) {
    return token.indexOf('_') >= 0;
  }

  static boolean checksumHolds(String token) {
    boolean shaped =
        token.length() == BODY + CHECKSUM
            && (token.startsWith("ztlu_") || token.startsWith("ztls_"));
    return shaped && checksum(token.substring(0, BODY)).equals(token.substring(BODY));
  }

  /**
   * The number of the account that a token names; of one of the former form, a number that means
   * nothing.
   */
  static Optional<Long> accountNumber(String token) {
    if (!claimsChecksum(token)) {
      return Optional.empty();
    }
    long number = 0;
    for (int i = PREFIX; i < PREFIX + ACCOUNT; i++) {
      number = number * ALPHABET.length() + ALPHABET.indexOf(token.charAt(i));
    }
    return Optional.of(number);
  }

  /** What is kept of a token: lower-case hex of its SHA-256. */
  static String sha256(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return base62(crc.getValue(), CHECKSUM);
  }

  private static String base62(long value, int length) {
    long rest = value;
    char[] digits = new char[length];
    for (int i = length - 1; i >= 0; i--) {
      digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new String(digits);
  }
}
