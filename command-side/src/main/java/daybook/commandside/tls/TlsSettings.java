// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.tls;

import daybook.commandside.ca.PemSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Our own TLS, and who signs profiles. Each is PEM, or <code>{{ file:PATH }}</code>; files are read
 * again when they change.
 *
 * @param tlsFullchain the server's certificate and those above it; without {@code tlsPrivkey} that
 *     of the proxy in front, for profiles and checks alone
 * @param tlsPrivkey its key; with it, Daybook serves https
 * @param distributeTlsChain whether profiles hold the authorities above the server's certificate
 *     when devices don't know them by themselves
 * @param profileSigningFullchain a certificate that signs profiles, and those above it; empty: our
 *     own authority signs them
 * @param profileSigningPrivkey its key
 */
@ConfigurationProperties("daybook")
public record TlsSettings(
    @DefaultValue("") String tlsFullchain,
    @DefaultValue("") String tlsPrivkey,
    @DefaultValue("true") boolean distributeTlsChain,
    @DefaultValue("") String profileSigningFullchain,
    @DefaultValue("") String profileSigningPrivkey) {

  public TlsSettings {
    server(tlsFullchain, tlsPrivkey).read();
    ChainSource signing = signing(profileSigningFullchain, profileSigningPrivkey);
    if (!signing.isEmpty() && signing.read().key() == null) {
      throw new IllegalArgumentException(
          "daybook.profile_signing_fullchain needs daybook.profile_signing_privkey");
    }
  }

  ChainSource server() {
    return server(tlsFullchain, tlsPrivkey);
  }

  ChainSource signing() {
    return signing(profileSigningFullchain, profileSigningPrivkey);
  }

  @Override
  public String toString() {
    return "TlsSettings";
  }

  private static ChainSource server(String chain, String key) {
    return new ChainSource(
        new PemSource("daybook.tls_fullchain", chain), new PemSource("daybook.tls_privkey", key));
  }

  private static ChainSource signing(String chain, String key) {
    return new ChainSource(
        new PemSource("daybook.profile_signing_fullchain", chain),
        new PemSource("daybook.profile_signing_privkey", key));
  }
}
