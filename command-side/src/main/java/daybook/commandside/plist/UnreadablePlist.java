// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.plist;

import daybook.domain.Refusal;

/**
 * Bytes that are no property list, one that passes the bounds, or one whose fields aren't what they
 * should be. The one exception of this package; it carries no stack, for strangers can cause it.
 */
public final class UnreadablePlist extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Refusal reason;

  public UnreadablePlist(Refusal reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  static UnreadablePlist malformed(String detail) {
    return new UnreadablePlist(Refusal.PLIST_UNREADABLE, detail);
  }

  /** A field that must be there and isn't. */
  public static UnreadablePlist missing(String field) {
    return new UnreadablePlist(Refusal.FIELD_MISSING, field + " is missing");
  }

  /** A field that is there and isn't what it must be. */
  public static UnreadablePlist invalid(String field, String why) {
    return new UnreadablePlist(Refusal.FIELD_INVALID, field + " " + why);
  }

  public Refusal reason() {
    return reason;
  }

  /** What is wrong, for people; never a value. */
  public String detail() {
    return getMessage();
  }
}
