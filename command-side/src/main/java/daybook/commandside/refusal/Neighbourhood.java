// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.refusal;

import java.util.Arrays;

/** The part of an address by which callers are told apart: /24 of IPv4, /48 of IPv6. */
final class Neighbourhood {
  private Neighbourhood() {}

  static String of(String address) {
    if (address.indexOf(':') < 0) {
      int last = address.lastIndexOf('.');
      return last < 0 ? address : address.substring(0, last) + ".0/24";
    }
    String[] groups = expanded(address);
    return String.join(":", Arrays.copyOf(groups, Math.min(3, groups.length))) + "::/48";
  }

  /** The groups before {@code ::}, filled up with zeros to three. */
  private static String[] expanded(String address) {
    int gap = address.indexOf("::");
    String head = gap < 0 ? address : address.substring(0, gap);
    String[] groups = Arrays.copyOf(head.isEmpty() ? new String[0] : head.split(":"), 3);
    for (int i = 0; i < groups.length; i++) {
      if (groups[i] == null || groups[i].isEmpty()) {
        groups[i] = "0";
      }
    }
    return groups;
  }
}
