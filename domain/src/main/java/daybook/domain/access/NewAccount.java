// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import java.util.List;

/**
 * What an account is made of.
 *
 * @param username 1 to 150 characters without control characters; compared without case
 * @param password at least 12 characters; null: the account can't sign in to pages
 * @param administrator holds every permission; never a service
 * @param service belongs to a program, not to a person: it has no password
 * @param description what it is for, at most 1,000 characters; or null
 * @param roles by number, without the built-in role of administrators
 */
public record NewAccount(
    String username,
    String password,
    boolean administrator,
    boolean service,
    boolean active,
    List<Permission> permissions,
    String description,
    List<Long> roles) {
  private static final int LONGEST = 150;

  /** One without roles and description. */
  public NewAccount(
      String username,
      String password,
      boolean administrator,
      boolean service,
      boolean active,
      List<Permission> permissions) {
    this(username, password, administrator, service, active, permissions, null, List.of());
  }

  /**
   * Checks it.
   *
   * @throws InvalidInput with the texts by field
   */
  public NewAccount {
    permissions = List.copyOf(permissions);
    roles = List.copyOf(roles);
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
    PasswordRules.check(password);
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
