// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;

/**
 * A sign-in that has begun, kept in memory until its browser comes back.
 *
 * @param callback where the provider sends it, exactly as it was told
 * @param next the page that was wanted in the first place
 */
record SignInAttempt(State state, Nonce nonce, CodeVerifier verifier, URI callback, String next) {
  static SignInAttempt to(URI callback, String next) {
    return new SignInAttempt(new State(), new Nonce(), new CodeVerifier(), callback, next);
  }

  @Override
  public String toString() {
    return "SignInAttempt[" + callback + "]";
  }
}
