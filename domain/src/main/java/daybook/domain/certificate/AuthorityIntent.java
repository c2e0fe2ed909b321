// SPDX-License-Identifier: Apache-2.0
package daybook.domain.certificate;

import daybook.domain.Intent;
import daybook.domain.StreamId;
import java.time.Instant;
import java.util.List;

/** Everything that may be asked of the certificate authorities that Daybook runs. */
public sealed interface AuthorityIntent<R> extends Intent<R> {
  StreamId STREAM = StreamId.all("certificate-authorities");

  @Override
  default StreamId target() {
    return STREAM;
  }

  /** Those that are trusted, oldest first; the newest signs. */
  record ListAuthorities(Instant now) implements AuthorityIntent<List<Authority>> {}

  /** All that there ever were, oldest first. */
  record DescribeAuthorities(Instant now) implements AuthorityIntent<List<AuthorityState>> {}

  /** A new one, which signs from now on. Repeating it changes nothing. */
  record CreateAuthority(Instant now, Authority authority) implements AuthorityIntent<Void> {}

  /**
   * Ends the trust in one for good. Refused with {@code UNKNOWN}, and with {@code IN_USE} for the
   * newest. Repeating it changes nothing.
   */
  record RetireAuthority(Instant now, String keyId) implements AuthorityIntent<Void> {}

  /**
   * A certificate authority of ours.
   *
   * @param certificate standard base64 of its DER
   * @param keyId names its private key in the key store
   */
  record Authority(
      String subject, String certificate, String keyId, Instant notBefore, Instant notAfter) {
    private static final int NAME = 8;

    /** What operators call it: the end of its subject, and the beginning of its key's id. */
    public String name() {
      return name(keyId);
    }

    /** The name of the one with this key. */
    public static String name(String keyId) {
      return keyId.substring(0, Math.min(NAME, keyId.length()));
    }
  }

  /**
   * How an authority stands.
   *
   * @param retiredAt when the trust in it ended, or null
   */
  record AuthorityState(Authority authority, Instant retiredAt) {
    public boolean trusted() {
      return retiredAt == null;
    }
  }
}
