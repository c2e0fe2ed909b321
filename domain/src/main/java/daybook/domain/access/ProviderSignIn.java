// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.Outcome;
import java.net.URI;
import java.util.Optional;

/**
 * Port: signing in to the pages at an OpenID Connect provider, by an authorization code with PKCE
 * (OpenID Connect Core 1.0, section 3.1; RFC 7636).
 */
public interface ProviderSignIn {
  /** How the provider is called; empty: none is configured. */
  Optional<String> provider();

  /**
   * A sign-in that has begun.
   *
   * @param handle what the browser keeps until it comes back; whoever shows it is the one who began
   * @param address where the browser goes
   */
  record Begun(String handle, URI address) {
    @Override
    public String toString() {
      return "Begun[" + address.getHost() + "]";
    }
  }

  /**
   * A person who has come back.
   *
   * @param next the page that was wanted in the first place
   */
  record Arrived(AccountState account, String next) {}

  /**
   * Begins one. Refused with {@code PROVIDER_UNREACHABLE}.
   *
   * @param base where these pages are, by the request; used only without a public URL
   */
  Outcome<Begun> begin(URI base, String next);

  /**
   * Ends one. Refused with {@code SIGN_IN_UNKNOWN} (it is spent, too old or another browser's),
   * {@code PROVIDER_REFUSED}, {@code PROVIDER_UNREACHABLE}, {@code ID_TOKEN_INVALID}, {@code
   * CLAIM_MISSING}, {@code UNKNOWN} (there is no such account) or {@code INACTIVE}.
   *
   * @param handle null when the browser shows none
   * @param answer the address at which the browser came back, with its query
   * @param remoteAddress for the audit trail
   * @param userAgent for the audit trail; may be null
   */
  Outcome<Arrived> finish(String handle, URI answer, String remoteAddress, String userAgent);
}
