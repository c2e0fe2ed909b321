// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.tls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/** The certificates of our own TLS and of profiles' signatures, as their files stand now. */
@Component
public class Tls {
  private final WatchedChain server;
  private final WatchedChain signing;

  private final boolean distributes;

  public Tls(TlsSettings settings) {
    server = new WatchedChain(settings.server(), System::nanoTime);
    signing = new WatchedChain(settings.signing(), System::nanoTime);
    distributes = settings.distributeTlsChain();
  }

  /** Whether Daybook serves https by itself. */
  public boolean isServed() {
    return server.get().key() != null;
  }

  /** What devices meet at the public URL, as far as it is configured. */
  public Optional<KeyedChain> server() {
    return Optional.of(server.get()).filter(chain -> !chain.certificates().isEmpty());
  }

  /**
   * The authorities above the server's certificate that devices don't know by themselves, so that
   * profiles must hold them; a certificate that signed itself is its own.
   */
  public List<X509CertificateHolder> distributed() {
    List<X509CertificateHolder> chain = server.get().certificates();
    if (!distributes || chain.isEmpty() || PublicRoots.lead(chain)) {
      return List.of();
    }
    return chain.size() == 1 && isRoot(chain.get(0)) ? chain : chain.subList(1, chain.size());
  }

  /**
   * What devices would not take about the server's certificate, a sentence each; empty when they
   * would, or when none is configured.
   *
   * @param hosts by which devices reach it
   */
  public List<String> failures(Set<String> hosts, Instant now) {
    List<X509CertificateHolder> chain = server.get().certificates();
    if (chain.isEmpty()) {
      return List.of();
    }
    List<String> found = new ArrayList<>(AppleTlsRules.failures(chain, hosts, now));
    if (!PublicRoots.lead(chain) && !isRoot(chain.get(chain.size() - 1))) {
      found.add(
          "it leads to no authority that devices know: add the root, "
              + chain.get(chain.size() - 1).getIssuer()
              + ", as the last one");
    }
    return found.stream()
        .map(each -> "Devices won't take daybook.tls_fullchain: " + each + ".")
        .toList();
  }

  private static boolean isRoot(X509CertificateHolder certificate) {
    return certificate.getSubject().equals(certificate.getIssuer());
  }

  /** Who signs profiles instead of our own authority. */
  public Optional<KeyedChain> profileSigner() {
    return Optional.of(signing.get()).filter(chain -> chain.key() != null);
  }
}
