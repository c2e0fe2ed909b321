// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.door;

/**
 * Where a request came from, in clear.
 *
 * @param address the client's, by the word of the peer and of trusted proxies
 * @param userAgent as it was sent; may be null
 */
public record Caller(String requestId, String address, String userAgent) {
  @Override
  public String toString() {
    return "Caller[" + requestId + "]";
  }
}
