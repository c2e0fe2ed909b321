// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

import java.util.Locale;
import java.util.Set;

/**
 * The name of one stream of the log: {@code <kind>:<id>}. Made by the typed ids of the features
 * only, so that two kinds can never meet in one stream.
 */
public record StreamId(String value) implements Id {
  /** The closed list of kinds of streams that are one per thing. */
  public static final Set<String> KINDS =
      Set.of(
          "enrollment",
          "enrollment-session",
          "certificate",
          "account",
          "accounts",
          "roles",
          "sign-in",
          "dep-device",
          "task",
          "numbers",
          "refusals",
          "push-certificates",
          "enrollment-configurations",
          "business-units",
          "scep-issuers",
          "tags",
          "restores",
          "certificate-authorities");

  private static final int LONGEST_ID = 180;

  public StreamId {
    int colon = value.indexOf(':');
    if (colon < 0 || !KINDS.contains(value.substring(0, colon))) {
      throw new IllegalArgumentException("unknown kind of stream: " + value);
    }
    if (!isId(value.substring(colon + 1))) {
      throw new IllegalArgumentException("not the id of a stream: " + value);
    }
  }

  public static StreamId of(String kind, String id) {
    return new StreamId(kind + ":" + id);
  }

  /** The one stream of a kind that is a single aggregate, {@code push-certificates:all}. */
  public static StreamId all(String plural) {
    return of(plural, "all");
  }

  /** Whether a text may be an id in a stream's name: 1 to 180 letters, digits, dots, lines. */
  public static boolean isId(String text) {
    return text != null
        && !text.isEmpty()
        && text.length() <= LONGEST_ID
        && text.chars().allMatch(StreamId::isIdCharacter);
  }

  private static boolean isIdCharacter(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '.'
        || c == '_'
        || c == '-';
  }

  /** Upper case without the caller's locale: UDIDs are compared so. */
  public static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  public String kind() {
    return value.substring(0, value.indexOf(':'));
  }

  public String id() {
    return value.substring(value.indexOf(':') + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}
