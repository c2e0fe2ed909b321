// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import daybook.commandside.ca.Sha256;
import daybook.domain.StreamId;
import daybook.domain.session.SessionId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * What a certificate request must carry: {@code <session id>.<secret>}. In a one-use challenge the
 * session judges the whole text; in a shared one the configuration judges the secret, and the
 * session is where the shared profile was recorded.
 */
public record Challenge(SessionId session, String secret) {
  /** Characters of a session's id: {@code MDM$OTA$} and it fill a common name's 64. */
  private static final int SESSION = 56;

  private static final int SECRET = 43;

  /** A session id that nobody guesses. */
  public static SessionId newSession() {
    return new SessionId(Base62.random(SESSION));
  }

  /** The session id that always comes from the same parts. */
  public static SessionId derivedSession(String... parts) {
    return new SessionId(Base62.derived(SESSION, parts));
  }

  /** A new one-use challenge. */
  public static Challenge oneUse(SessionId session) {
    return new Challenge(session, Base62.random(SECRET));
  }

  /**
   * The secret of a configuration's shared challenge. It comes from the secret in its link, which
   * only the bearer of the link can show: neither needs to be kept.
   */
  public static String sharedSecret(String linkSecret) {
    return Base62.derived(SECRET, "daybook shared challenge", linkSecret);
  }

  /** Reads one, or nothing when it can't be one of ours. */
  public static Optional<Challenge> read(String text) {
    int dot = text.indexOf('.');
    if (dot < 0 || text.length() > 200 || !StreamId.isId(text)) {
      return Optional.empty();
    }
    return StreamId.isId(text.substring(0, dot))
        ? Optional.of(new Challenge(new SessionId(text.substring(0, dot)), text.substring(dot + 1)))
        : Optional.empty();
  }

  public String text() {
    return session.value() + "." + secret;
  }

  /** Lower-case hex of the SHA-256 of the text: what a session keeps of it. */
  public String sha256() {
    return Sha256.hex(text());
  }

  /** Whether it is the one with this hash; takes the same time for all. */
  public boolean matches(String expectedSha256) {
    return MessageDigest.isEqual(
        sha256().getBytes(StandardCharsets.US_ASCII),
        expectedSha256.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "Challenge[" + session.value() + "]";
  }
}
