// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.door;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address, or a network in CIDR notation; never a host name, for nothing here asks DNS. */
record Network(byte[] address, int bits) {
  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  static Network parse(String text) {
    int slash = text.indexOf('/');
    String host = (slash < 0 ? text : text.substring(0, slash)).strip();
    byte[] address =
        literal(host).map(InetAddress::getAddress).orElseThrow(() -> notANetwork(text));
    int longest = address.length * 8;
    int bits = slash < 0 ? longest : bits(text, slash + 1);
    if (bits < 0 || bits > longest) {
      throw notANetwork(text);
    }
    return new Network(address, bits);
  }

  /** The address that a text spells, if it spells one. */
  static Optional<InetAddress> literal(String text) {
    if (text == null || !(V4.matcher(text).matches() || V6.matcher(text).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress other) {
    byte[] theirs = other.getAddress();
    if (theirs.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((theirs[bit / 8] & mask) != (address[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static int bits(String text, int from) {
    try {
      return Integer.parseInt(text.substring(from).strip());
    } catch (NumberFormatException e) {
      throw notANetwork(text);
    }
  }

  private static IllegalArgumentException notANetwork(String text) {
    return new IllegalArgumentException(
        "daybook.trusted_proxies: "
            + text
            + " is neither an address nor a network like 10.0.0.0/8");
  }
}
