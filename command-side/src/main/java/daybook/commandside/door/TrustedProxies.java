// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The proxies whose headers are believed, and the client's address behind them. */
@Component
public class TrustedProxies {
  private final List<Network> networks;

  public TrustedProxies(DoorSettings settings) {
    this.networks = settings.trustedProxies().stream().map(Network::parse).toList();
  }

  /** Whether the request was handed over by one of them. */
  public boolean speakFor(HttpServletRequest request) {
    return trusted(request.getRemoteAddr());
  }

  /**
   * The client's address: the peer's, or, behind trusted proxies, the last one in {@code
   * X-Forwarded-For} that isn't a trusted proxy itself, or else {@code X-Real-IP}.
   */
  public String clientAddress(HttpServletRequest request) {
    String peer = request.getRemoteAddr();
    if (!trusted(peer)) {
      return peer;
    }
    List<String> hops = Collections.list(request.getHeaders("X-Forwarded-For"));
    if (hops.isEmpty()) {
      return address(request.getHeader("X-Real-IP")).orElse(peer);
    }
    String[] chain = String.join(",", hops).split(",");
    String nearest = peer;
    for (int i = chain.length - 1; i >= 0 && trusted(nearest); i--) {
      Optional<String> hop = address(chain[i]);
      if (hop.isEmpty()) {
        break;
      }
      nearest = hop.get();
    }
    return nearest;
  }

  private boolean trusted(String address) {
    return !networks.isEmpty()
        && Network.literal(address)
            .map(literal -> networks.stream().anyMatch(network -> network.contains(literal)))
            .orElse(false);
  }

  /** An address as proxies write it: with a port, in brackets, or bare. */
  private static Optional<String> address(String text) {
    if (text == null) {
      return Optional.empty();
    }
    String bare = text.strip();
    if (bare.startsWith("[")) {
      int end = bare.indexOf(']');
      bare = end < 0 ? bare : bare.substring(1, end);
    } else if (bare.indexOf(':') == bare.lastIndexOf(':') && bare.indexOf(':') > 0) {
      bare = bare.substring(0, bare.indexOf(':'));
    }
    return Network.literal(bare).map(InetAddress::getHostAddress);
  }
}
