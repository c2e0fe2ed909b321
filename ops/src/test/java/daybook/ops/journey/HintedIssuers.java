// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;

/** A client without certificates that remembers whose the server asked for. */
final class HintedIssuers extends X509ExtendedKeyManager {
  private volatile Principal[] issuers = {};

  List<X500Name> names() {
    return Stream.of(issuers)
        .map(issuer -> X500Name.getInstance(((X500Principal) issuer).getEncoded()))
        .toList();
  }

  @Override
  public String chooseEngineClientAlias(String[] types, Principal[] named, SSLEngine engine) {
    issuers = named.clone();
    return null;
  }

  @Override
  public String[] getClientAliases(String type, Principal[] named) {
    return null;
  }

  @Override
  public String chooseClientAlias(String[] types, Principal[] named, Socket socket) {
    return null;
  }

  @Override
  public String[] getServerAliases(String type, Principal[] named) {
    return null;
  }

  @Override
  public String chooseServerAlias(String type, Principal[] named, Socket socket) {
    return null;
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return null;
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return null;
  }
}
