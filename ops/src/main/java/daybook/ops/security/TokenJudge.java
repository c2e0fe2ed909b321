// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import daybook.commandside.access.AccountTokens;
import daybook.commandside.access.AccountTokens.Judged;
import daybook.commandside.refusal.Refusals;
import daybook.domain.Outcome.Refused;
import daybook.domain.Refusal;
import daybook.domain.access.AccountState;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * What the header {@code Authorization: Token …} is worth, in Zentral's words. What was shown and
 * is worth nothing is taken note of, without the token.
 */
@Component
final class TokenJudge {
  static final String MISSING = "Authentication credentials were not provided.";
  private static final String HEADER = "Invalid token header. ";

  private final AccountTokens tokens;
  private final Refusals refusals;

  TokenJudge(AccountTokens tokens, Refusals refusals) {
    this.tokens = tokens;
    this.refusals = refusals;
  }

  /** An account; or the text of a 401; or, with {@code unavailable}, of a 503. */
  record Judgement(AccountState account, String problem, boolean unavailable) {
    static Judgement refused(String problem) {
      return new Judgement(null, problem, false);
    }
  }

  /**
   * Judges what a request shows.
   *
   * @param door where: {@code api}, {@code metrics}
   */
  Judgement judge(HttpServletRequest request, String door) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    String[] words = header == null ? new String[0] : header.strip().split("\\s+");
    if (words.length == 0 || !words[0].equalsIgnoreCase("token")) {
      return Judgement.refused(MISSING);
    }
    if (words.length == 1) {
      return malformed("No credentials provided.", request, door);
    }
    if (words.length > 2) {
      return malformed("Token string should not contain spaces.", request, door);
    }
    if (words[1].chars().anyMatch(c -> c > '~')) {
      return malformed("Token string should not contain invalid characters.", request, door);
    }
    Judged judged = tokens.judged(words[1]);
    if (judged.outcome().isAccepted()) {
      return new Judgement(judged.outcome().reply(), null, false);
    }
    Refused<AccountState> refused = judged.outcome().refusal().orElseThrow();
    Judgement judgement = judgement(refused.reason());
    if (!judgement.unavailable()) {
      refusals.refused(
          door, refused.reason(), refused.detail(), judged.account(), refusals.caller(request));
    }
    return judgement;
  }

  private Judgement malformed(String problem, HttpServletRequest request, String door) {
    refusals.refused(
        door,
        Refusal.TOKEN_MALFORMED,
        problem.substring(0, problem.length() - 1),
        null,
        refusals.caller(request));
    return Judgement.refused(HEADER + problem);
  }

  private static Judgement judgement(Refusal reason) {
    return switch (reason) {
      case TOKEN_MALFORMED -> Judgement.refused("Invalid ztl token.");
      case INACTIVE -> Judgement.refused("User inactive or deleted.");
      case BUSY, STORE_UNAVAILABLE, CLOCK_UNTRUSTED ->
          new Judgement(null, "Service temporarily unavailable, try again later.", true);
      default -> Judgement.refused("Invalid token.");
    };
  }
}
