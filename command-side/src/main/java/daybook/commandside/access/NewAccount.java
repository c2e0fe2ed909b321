// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.domain.access.InvalidInput;
import daybook.domain.access.Permission;
import java.util.List;

/**
 * What an account is made of.
 *
 * @param username 1 to 150 characters without control characters; compared without case
 * @param password at least 12 characters; null: the account can't sign in to pages
 * @param administrator holds every permission; never a service
 * @param service belongs to a program, not to a person: it has no password
 */
public record NewAccount(
    String username,
    String password,
    boolean administrator,
    boolean service,
    boolean active,
    List<Permission> permissions) {
  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST = 150;

  /**
   * Checks it.
   *
   * @throws InvalidInput with the texts by field
   */
  public NewAccount {
    permissions = List.copyOf(permissions);
    if (username == null || username.isBlank()) {
      throw InvalidInput.of("username", "This field may not be blank.");
    }
    username = username.strip();
    if (username.length() > LONGEST) {
      throw InvalidInput.of(
          "username", "Ensure this field has no more than " + LONGEST + " characters.");
    }
    if (username.chars().anyMatch(Character::isISOControl)) {
      throw InvalidInput.of("username", "Control characters are not allowed.");
    }
    if (password != null && password.length() < SHORTEST_PASSWORD) {
      throw InvalidInput.of(
          "password", "Ensure this field has at least " + SHORTEST_PASSWORD + " characters.");
    }
    if (password != null && password.length() > 1_000) {
      throw InvalidInput.of("password", "Ensure this field has no more than 1000 characters.");
    }
    if (service && administrator) {
      throw InvalidInput.of("administrator", "A service account can't be an administrator.");
    }
    if (service && password != null) {
      throw InvalidInput.of("password", "A service account has no password.");
    }
  }

  @Override
  public String toString() {
    return "NewAccount[" + (service ? "service" : "person") + ", " + permissions + "]";
  }
}
