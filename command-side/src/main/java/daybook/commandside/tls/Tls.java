// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.tls;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The certificates of our own TLS and of profiles' signatures, as their files stand now. */
@Component
public class Tls {
  private final WatchedChain server;
  private final WatchedChain signing;

  public Tls(TlsSettings settings) {
    server = new WatchedChain(settings.server(), System::nanoTime, chain -> {});
    signing = new WatchedChain(settings.signing(), System::nanoTime, chain -> {});
  }

  /** Whether Daybook serves https by itself. */
  public boolean isServed() {
    return server.get().key() != null;
  }

  /** What devices meet at the public URL, as far as it is configured. */
  public Optional<KeyedChain> server() {
    return Optional.of(server.get()).filter(chain -> !chain.certificates().isEmpty());
  }

  /** Who signs profiles instead of our own authority. */
  public Optional<KeyedChain> profileSigner() {
    return Optional.of(signing.get()).filter(chain -> chain.key() != null);
  }
}
