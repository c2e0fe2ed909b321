// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import daybook.commandside.door.TrustedProxies;
import daybook.ui.access.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** The pages know clients by the same rule as the doors. */
@Component
final class PageClients implements ClientAddress {
  private final TrustedProxies proxies;

  PageClients(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public String of(HttpServletRequest request) {
    return proxies.clientAddress(request);
  }
}
