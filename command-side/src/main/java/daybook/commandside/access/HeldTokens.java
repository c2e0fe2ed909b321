// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.domain.access.ApiToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The API tokens of one account, oldest first; those that ended long ago are forgotten. */
final class HeldTokens {
  /** No account has more that are good. */
  static final int MOST = 100;

  private static final Duration KEPT = Duration.ofDays(90);

  private final List<ApiToken> tokens = new ArrayList<>();

  /** The last that were revoked, so that their use can be told from that of others. */
  private final List<ApiToken> revoked = new ArrayList<>();

  /** Looks at all of them, so that the time tells nothing. */
  Optional<ApiToken> find(String sha256) {
    return find(sha256, tokens);
  }

  /** The same among those that were revoked. */
  Optional<ApiToken> findRevoked(String sha256) {
    return find(sha256, revoked);
  }

  private static Optional<ApiToken> find(String sha256, List<ApiToken> among) {
    return among.stream()
        .filter(token -> same(token.sha256(), sha256))
        .reduce((first, second) -> first);
  }

  List<ApiToken> all() {
    return List.copyOf(tokens);
  }

  List<ApiToken> those(Predicate<ApiToken> wanted) {
    return tokens.stream().filter(wanted).toList();
  }

  boolean full(Instant now) {
    return those(token -> !token.expired(now)).size() >= MOST;
  }

  void issued(ApiToken token) {
    tokens.removeIf(
        old -> old.expiresAt() != null && old.expiresAt().plus(KEPT).isBefore(token.issuedAt()));
    tokens.add(token);
  }

  void revoked(String sha256) {
    find(sha256).ifPresent(revoked::add);
    tokens.removeIf(token -> token.sha256().equals(sha256));
    if (revoked.size() > MOST) {
      revoked.remove(0);
    }
  }

  void used(String sha256, Instant time) {
    tokens.replaceAll(token -> token.sha256().equals(sha256) ? token.used(time) : token);
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.US_ASCII), b.getBytes(StandardCharsets.US_ASCII));
  }
}
