// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.Outcome.Refused;
import java.util.Map;

/** How the pages about accounts tell what is wrong. */
final class AccessWords {
  static final Map<String, String> LABELS =
      Map.of(
          "username", "Name",
          "name", "Name",
          "token_name", "What it is for",
          "description", "Description",
          "password", "Password",
          "roles", "Roles",
          "permissions", "Permissions",
          "administrator", "Roles",
          "expiry", "Good until");

  private AccessWords() {}

  static String problem(Refused<?> refused) {
    return switch (refused.reason()) {
      case NAME_TAKEN -> "This name is taken.";
      case PERMISSION_NOT_HELD ->
          "You do not hold %s, so you can't give it or change what holds it."
              .formatted(refused.detail());
      case LAST_ADMINISTRATOR -> "This is the last active administrator.";
      case ROLE_BUILT_IN -> "This role is built in.";
      case TOKENS_TOO_MANY -> "The account has too many tokens: revoke some.";
      case OF_ANOTHER_PERSON -> "You can't issue a token for another person.";
      case TOKEN_UNKNOWN -> "This token is gone.";
      case PASSWORD_WRONG -> "The present password is wrong.";
      case THROTTLED -> "Too many attempts. Wait a quarter of an hour, then try again.";
      case UNKNOWN -> "This is gone.";
      default -> "Nothing can be recorded now. Try again.";
    };
  }
}
