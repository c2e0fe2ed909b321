// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Port: where a request comes from, by the word of the peer and of the proxies that are trusted.
 */
@FunctionalInterface
public interface ClientAddress {
  /** The client's IP address. */
  String of(HttpServletRequest request);
}
