// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.oidc;

import daybook.commandside.ca.PemSource;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in at an OpenID Connect provider.
 *
 * @param publicUrl key {@code daybook.public_url}: to where the provider sends people back
 * @param oidc keys {@code daybook.oidc.…}
 */
@ConfigurationProperties("daybook")
record OidcSettings(@DefaultValue("") String publicUrl, @DefaultValue Oidc oidc) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /**
   * The provider.
   *
   * @param issuer its address, as it stands in its tokens; empty: there is none
   * @param clientSecret the secret, or <code>{{ file:PATH }}</code>; empty: a public client
   * @param name how the button calls it
   * @param scopes what is asked for; {@code openid} is always
   * @param accountClaim the claim that holds the name of the account here
   * @param createAccounts whether a person without an account gets one, that may nothing
   * @param rolesClaim the claim that lists the names of the account's roles here; empty: none does
   */
  record Oidc(
      @DefaultValue("") String issuer,
      @DefaultValue("") String clientId,
      @DefaultValue("") String clientSecret,
      @DefaultValue("single sign-on") String name,
      @DefaultValue({"openid", "email"}) List<String> scopes,
      @DefaultValue("email") String accountClaim,
      @DefaultValue("false") boolean createAccounts,
      @DefaultValue("") String rolesClaim) {

    Oidc {
      issuer = issuer.strip();
      clientId = clientId.strip();
      if (!issuer.isEmpty()) {
        require("issuer", isAllowed(issuer), "must be like https://login.example.org");
        require("client_id", !clientId.isEmpty(), "must be given with daybook.oidc.issuer");
        require("account_claim", !accountClaim.isBlank(), "must name a claim");
        require("client_secret", isReadable(clientSecret), "names a file that can't be read");
      }
    }

    boolean isOn() {
      return !issuer.isEmpty();
    }

    /**
     * The secret, read from its file each time.
     *
     * @throws IOException when the file can't be read
     */
    String secret() throws IOException {
      return secret(clientSecret);
    }

    private static String secret(String value) throws IOException {
      return new PemSource("daybook.oidc.client_secret", value).text().strip();
    }

    private static boolean isReadable(String secret) {
      try {
        secret(secret);
        return true;
      } catch (IOException e) {
        return false;
      }
    }

    private static void require(String key, boolean holds, String rule) {
      if (!holds) {
        throw new IllegalArgumentException("daybook.oidc." + key + " " + rule);
      }
    }

    @Override
    public String toString() {
      return "Oidc[" + issuer + "]";
    }
  }

  OidcSettings {
    publicUrl = publicUrl.strip().replaceAll("/+$", "");
  }

  /** In clear only to this machine itself. */
  private static boolean isAllowed(String issuer) {
    try {
      URI uri = URI.create(issuer);
      return uri.getHost() != null
          && uri.getQuery() == null
          && ("https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost())));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
