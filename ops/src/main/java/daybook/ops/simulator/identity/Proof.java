// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.identity;

import java.time.Clock;
import java.util.Map;

/** How a message proves whose it is: the headers that go with a body. */
@FunctionalInterface
public interface Proof {
  Map<String, String> headers(Identity identity, byte[] body);

  /** The device signs each message, at a time by its clock. */
  static Proof signed(SignatureShape shape, Clock clock) {
    return (identity, body) ->
        Map.of("Mdm-Signature", shape.header(identity, body, clock.instant()));
  }

  /** As {@link #signed(SignatureShape, Clock)}, with a clock that is right. */
  static Proof signed(SignatureShape shape) {
    return signed(shape, Clock.systemUTC());
  }

  /** As nginx in front of the server does. */
  static Proof proxied() {
    return proxied(ProxyForm.NGINX);
  }

  /** What a TLS proxy in front of the server writes after it has checked the certificate. */
  static Proof proxied(ProxyForm form) {
    return (identity, body) -> form.headers(identity);
  }
}
