// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

/**
 * Who caused something.
 *
 * @param kind one of the kinds below
 * @param id an enrollment's id, an account's id, a policy's name; in clear, so never personal
 */
public record Actor(Kind kind, String id) {
  /** The closed list of kinds; stored by its lower-case name. */
  public enum Kind {
    DEVICE,
    OPERATOR,
    POLICY,
    SERVER,
    STRANGER
  }

  public static Actor server() {
    return new Actor(Kind.SERVER, "daybook");
  }

  public static Actor policy(String name) {
    return new Actor(Kind.POLICY, name);
  }

  /**
   * @param account the value of an account's id
   */
  public static Actor operator(String account) {
    return new Actor(Kind.OPERATOR, account);
  }

  public static Actor stranger() {
    return new Actor(Kind.STRANGER, "unknown");
  }
}
