// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.Actor;

/**
 * Who is asking. The door that judges a request's token leaves the account in a request attribute;
 * controllers behind it read it there.
 */
public final class CurrentAccount {
  /** Name of the request attribute that holds the {@link AccountState}. */
  public static final String ATTRIBUTE = "daybook.account";

  private CurrentAccount() {}

  /**
   * The account in the attribute.
   *
   * @throws IllegalStateException when no door has judged the request: a defect, never an answer
   */
  public static AccountState in(Object attribute) {
    if (attribute instanceof AccountState account) {
      return account;
    }
    throw new IllegalStateException("no account was judged for this request");
  }

  /** The same, as the cause of what the request leads to. */
  public static Actor actor(Object attribute) {
    return Actor.operator(in(attribute).account().value());
  }
}
