// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.http;

/** The API's words for a value that can't be chosen. */
public final class Choices {
  private Choices() {}

  /** A well-formed value that names nothing. */
  public static String unavailable(String value) {
    return "Select a valid choice. " + value + " is not one of the available choices.";
  }

  /** A value of the wrong form. */
  public static String invalid(String value) {
    return "“" + value + "” is not a valid value.";
  }
}
