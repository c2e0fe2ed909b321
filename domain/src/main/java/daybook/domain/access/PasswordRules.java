// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

/** What a password must be like: long. */
public final class PasswordRules {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 1_000;

  private PasswordRules() {}

  /**
   * Checks one.
   *
   * @param password null: none, which is good
   * @throws InvalidInput for the field {@code password}
   */
  public static void check(String password) {
    if (password != null && password.length() < SHORTEST) {
      throw InvalidInput.of(
          "password", "Ensure this field has at least " + SHORTEST + " characters.");
    }
    if (password != null && password.length() > LONGEST) {
      throw InvalidInput.of(
          "password", "Ensure this field has no more than " + LONGEST + " characters.");
    }
  }
}
