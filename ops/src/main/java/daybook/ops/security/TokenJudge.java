// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import daybook.commandside.access.AccountTokens;
import daybook.domain.Outcome;
import daybook.domain.Outcome.Refused;
import daybook.domain.Refusal;
import daybook.domain.access.AccountState;
import org.springframework.stereotype.Component;

/** What the header {@code Authorization: Token …} is worth, in Zentral's words. */
@Component
final class TokenJudge {
  static final String MISSING = "Authentication credentials were not provided.";

  private final AccountTokens tokens;

  TokenJudge(AccountTokens tokens) {
    this.tokens = tokens;
  }

  /** An account; or the text of a 401; or, with {@code unavailable}, of a 503. */
  record Judgement(AccountState account, String problem, boolean unavailable) {
    static Judgement refused(String problem) {
      return new Judgement(null, problem, false);
    }
  }

  Judgement judge(String header) {
    String[] words = header == null ? new String[0] : header.strip().split("\\s+");
    if (words.length == 0 || !words[0].equalsIgnoreCase("token")) {
      return Judgement.refused(MISSING);
    }
    if (words.length == 1) {
      return Judgement.refused("Invalid token header. No credentials provided.");
    }
    if (words.length > 2) {
      return Judgement.refused("Invalid token header. Token string should not contain spaces.");
    }
    if (words[1].chars().anyMatch(c -> c > '~')) {
      return Judgement.refused(
          "Invalid token header. Token string should not contain invalid characters.");
    }
    Outcome<AccountState> outcome = tokens.judge(words[1]);
    return outcome.isAccepted()
        ? new Judgement(outcome.reply(), null, false)
        : judgement(outcome.refusal().map(Refused::reason).orElseThrow());
  }

  private static Judgement judgement(Refusal reason) {
    return switch (reason) {
      case FIELD_INVALID -> Judgement.refused("Invalid ztl token.");
      case INACTIVE -> Judgement.refused("User inactive or deleted.");
      case BUSY, STORE_UNAVAILABLE, CLOCK_UNTRUSTED ->
          new Judgement(null, "Service temporarily unavailable, try again later.", true);
      default -> Judgement.refused("Invalid token.");
    };
  }
}
